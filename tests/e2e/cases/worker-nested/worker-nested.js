new Worker('outer.js');

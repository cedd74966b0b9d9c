new Worker('inner.js');

new Worker('worker.js').postMessage('go');

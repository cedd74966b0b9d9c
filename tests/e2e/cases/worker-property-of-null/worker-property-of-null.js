new Worker('worker.js').postMessage('total');

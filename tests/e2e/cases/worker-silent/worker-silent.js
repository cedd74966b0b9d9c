new Worker('worker.js').onmessage = () => setTimeout(() => console.error('control'), 300); // @control

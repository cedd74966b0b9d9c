const worker = new Worker('worker.js');
worker.onmessage = () => {
  worker.terminate();
  setTimeout(() => console.error('control'), 4_000); // @control
};

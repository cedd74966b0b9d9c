const worker = new Worker('worker.js');
worker.onerror = (event) => {
  event.preventDefault();
  console.error('handled:', event.message.includes('handled worker boom')); // @control
};

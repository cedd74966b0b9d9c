postMessage('ready');
setTimeout(() => {
  throw new Error('never');
}, 150);

postMessage('ready');
setTimeout(() => {
  throw new Error('never');
}, 3_000); // Long enough for a busy machine to end it before.

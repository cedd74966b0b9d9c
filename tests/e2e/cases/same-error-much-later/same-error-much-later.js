const error = new Error('comes back'); // @made
setTimeout(() => {
  throw error;
}, 10);
setTimeout(() => {
  throw error;
}, 1_600);

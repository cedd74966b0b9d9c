addEventListener('click', async () => {
  throw new Error('in an async handler'); // @handler
});
setTimeout(async () => {
  throw new Error('in an async timer'); // @timer
});
setTimeout(() => document.documentElement.click(), 10);
new Promise(() => {
  throw new Error('in an executor'); // @executor
});

let left = 3;
addEventListener('unhandledrejection', async () => {
  left -= 1;
  if (left > 0) throw new Error('the handler rejects too'); // @again
});
Promise.reject(new Error('first rejection')); // @first

addEventListener('error', (event) => console.error('global handler', event));
addEventListener('unhandledrejection', (event) => console.error('rejection handler', event.reason));
setTimeout(() => {
  throw new Error('told twice'); // @thrown
});
Promise.reject(new Error('rejected and told')); // @rejected

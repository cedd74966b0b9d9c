addEventListener('unhandledrejection', (event) => event.preventDefault());
Promise.reject(new Error('swallowed by the page')); // @made

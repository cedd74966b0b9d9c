const error = new Error('same worry'); // @made
console.error('while loading:', error);
Promise.reject(error);

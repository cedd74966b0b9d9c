const error = new Error('everywhere'); // @made
addEventListener('error', (event) => console.error('handler saw', event.error));
console.error(error);
Promise.reject(error);
throw error;

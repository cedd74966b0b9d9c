const error = new Error('same trouble'); // @made
console.error(error);
throw error;

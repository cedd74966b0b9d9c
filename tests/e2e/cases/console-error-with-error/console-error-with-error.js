const error = new Error('disk full'); // @made
setTimeout(() => console.error('Could not save', error), 10);

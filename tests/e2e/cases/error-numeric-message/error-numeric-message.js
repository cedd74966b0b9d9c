const error = new Error('placeholder'); // @made
error.message = 42;
throw error;

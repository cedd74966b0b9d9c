const error = new Error('ouroboros'); // @made
error.cause = error;
throw error;

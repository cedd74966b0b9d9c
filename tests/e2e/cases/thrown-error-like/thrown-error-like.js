const source = new Error('bad gateway'); // @made
throw { name: 'HttpError', message: source.message, stack: source.stack };

reportError(new Error('reported boom')); // @made

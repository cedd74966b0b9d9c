throw new SuppressedError(new Error('while closing'), new Error('while working'), 'both failed'); // @throw

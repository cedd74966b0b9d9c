throw new Error('in both tabs'); // @throw

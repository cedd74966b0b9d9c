throw Object.freeze(new Error('frozen boom')); // @throw

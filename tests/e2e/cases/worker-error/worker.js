throw new Error('worker boom'); // @throw

throw new Error('nested worker boom'); // @throw

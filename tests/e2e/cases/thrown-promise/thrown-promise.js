throw Promise.reject(new Error('inner boom')); // @throw

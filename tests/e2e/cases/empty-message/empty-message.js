throw new Error(); // @throw

throw undefined; // @throw

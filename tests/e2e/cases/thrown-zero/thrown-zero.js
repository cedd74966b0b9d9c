throw 0; // @throw

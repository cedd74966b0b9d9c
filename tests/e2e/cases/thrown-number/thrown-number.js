throw 4711; // @throw

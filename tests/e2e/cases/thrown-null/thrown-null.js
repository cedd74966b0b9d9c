throw null; // @throw

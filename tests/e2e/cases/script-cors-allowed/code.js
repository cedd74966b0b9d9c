missing.property; // @throw

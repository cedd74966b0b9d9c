throw Symbol('boom'); // @throw

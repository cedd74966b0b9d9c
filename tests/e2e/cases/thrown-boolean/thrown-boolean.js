throw false; // @throw

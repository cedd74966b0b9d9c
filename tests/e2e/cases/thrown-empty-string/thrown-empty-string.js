throw ''; // @throw

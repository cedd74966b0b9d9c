throw 9007199254740993n; // @throw

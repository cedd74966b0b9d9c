throw 'plain text boom'; // @throw

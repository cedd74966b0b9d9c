throw 'plain worker text'; // @throw

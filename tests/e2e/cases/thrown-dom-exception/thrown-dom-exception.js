throw new DOMException('bad data', 'DataError'); // @throw

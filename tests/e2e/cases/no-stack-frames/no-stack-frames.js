Error.stackTraceLimit = 0;
throw new Error('frameless boom'); // @throw

Error.prepareStackTrace = (error, frames) => frames;
throw new Error('array boom'); // @throw

Error.prepareStackTrace = () => {
  throw new Error('no stack for you');
};
throw new Error('formatter boom'); // @throw

setTimeout(() => {
  throw new RangeError('too late'); // @throw
}, 30);

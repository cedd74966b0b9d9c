Promise.resolve()
  .then(() => {
    throw new TypeError('second step'); // @made
  })
  .then(() => undefined)
  .finally(() => undefined);

setTimeout(() => {
  const error = new Error('stack taken away');
  delete error.stack;
  Object.defineProperty(error, 'stack', { value: undefined });
  throw error; // @gone
});
setTimeout(() => {
  const error = new Error('stack is rubbish');
  error.stack = 'rubbish\nmore rubbish';
  throw error; // @rubbish
});
setTimeout(() => {
  const error = new Error('stack is a number');
  error.stack = 12;
  throw error; // @number
});

setTimeout(() => {
  const error = new Error('nameless'); // @nameless
  error.name = '';
  throw error;
});
setTimeout(() => {
  const error = new Error('numbered'); // @numbered
  error.name = 7;
  throw error;
});
setTimeout(() => {
  const error = new Error('renamed afterwards'); // @renamed
  error.name = 'RateLimit\nError';
  throw error;
});

setTimeout(() => {
  throw new Error('wrapped text', { cause: 'socket closed' }); // @text
});
setTimeout(() => {
  throw new Error('wrapped object', { cause: { code: 'E_SOCKET', port: 443 } }); // @object
});
setTimeout(() => {
  throw new Error('wrapped nothing', { cause: null }); // @nothing
});

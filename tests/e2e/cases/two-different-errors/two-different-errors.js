setTimeout(() => {
  throw new Error('one thing'); // @one
});
setTimeout(() => {
  throw new Error('another thing'); // @other
});

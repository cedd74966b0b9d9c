onmessage = () => {
  throw new Error('in a worker handler'); // @handler
};

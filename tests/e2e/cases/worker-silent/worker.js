console.error('said in a worker');
Promise.reject(new Error('rejected in a worker'));
try {
  throw new Error('caught in a worker');
} catch {
  postMessage('done');
}

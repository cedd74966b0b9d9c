const failure = new Error('bluebird boom'); // @made
dispatchEvent(
  new CustomEvent('unhandledrejection', { detail: { reason: failure, promise: Promise.resolve() }, cancelable: true }),
);
dispatchEvent(new CustomEvent('unhandledrejection', { detail: { reason: 'bluebird text' } }));
const reason = new Error('made by hand'); // @hand
dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }));
dispatchEvent(new Event('unhandledrejection'));
console.error('control'); // @control

const aborter = new AbortController();
const other = new AbortController();
Promise.allSettled([
  fetch('/slow/20002', { signal: aborter.signal }),
  fetch('/slow/20003', { signal: other.signal }),
]).then(() => console.error('control')); // @control
setTimeout(() => {
  aborter.abort();
  other.abort('changed my mind');
}, 50);

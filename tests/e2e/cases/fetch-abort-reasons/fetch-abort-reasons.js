const call = (signal) => fetch('/slow/20300', { signal }).catch(() => undefined);
const own = new AbortController();
const any = new AbortController();
class Cancelled extends Error {}
Promise.all([
  call(own.signal),
  call(AbortSignal.any([any.signal, new AbortController().signal])),
  call(AbortSignal.abort()),
  call(AbortSignal.abort(new Cancelled('by the user'))),
]).then(() => console.error('control')); // @control
setTimeout(() => {
  own.abort(new Cancelled('by the user'));
  any.abort({ why: 'object' });
}, 50);

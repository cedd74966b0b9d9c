EventTarget.prototype.addEventListener = () => undefined;
EventTarget.prototype.dispatchEvent = () => false;
Event.prototype.preventDefault = Event.prototype.stopPropagation = () => {
  throw new Error('patched event');
};
Object.defineProperty(ErrorEvent.prototype, 'message', { get: () => 'faked message' });
Object.defineProperty(ErrorEvent.prototype, 'error', { get: () => null });
Object.defineProperty(PromiseRejectionEvent.prototype, 'reason', { get: () => 'faked reason' });
Promise.reject(new Error('true rejection')); // @reject
setTimeout(() => {
  throw new Error('true error'); // @throw
});

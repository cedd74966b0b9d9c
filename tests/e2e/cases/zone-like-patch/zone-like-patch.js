const NativePromise = window.Promise;
const nativeTimeout = window.setTimeout;
window.setTimeout = function (work, ...rest) {
  return nativeTimeout.call(
    window,
    () => {
      try {
        work();
      } catch (error) {
        console.error('Zone caught:', error);
        throw error;
      }
    },
    ...rest,
  );
};
class ZonePromise extends NativePromise {}
window.Promise = ZonePromise;
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
  return add.call(this, type, listener && ((event) => (listener.handleEvent ?? listener).call(this, event)), ...rest);
};
setTimeout(() => {
  throw new Error('in a zone'); // @zone
}, 10);
addEventListener('click', () => {
  throw new Error('in a patched listener'); // @listener
});
document.documentElement.click();
ZonePromise.reject(new Error('of a subclass')); // @promise
fetch('/status/500/zone');

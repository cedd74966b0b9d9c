const { stringify } = JSON;
window.JSON = null;
window.Promise = function NoPromise() {};
window.Map = window.WeakMap = window.Set = null;
window.performance.now = () => NaN;
window.Date = class {};
window.setTimeout = () => 0;
Array.prototype.push = Array.prototype.slice = Array.prototype.map = () => {
  throw new Error('patched array');
};
Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => {
  throw new Error('patched function');
};
String.prototype.slice = String.prototype.toLowerCase = () => {
  throw new Error('patched text');
};
console.error('still heard', { room: 12 }); // @log
throw new TypeError('still thrown'); // @throw

const original = console.error;
console.error = function (...args) {
  original.apply(console, ['[app]', ...args]); // @inside
};
function load() {
  console.error('wrapped trouble'); // @call
}
load();

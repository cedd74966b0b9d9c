const { error } = console;
error('destructured'); // @destructured
console.error.apply(undefined, ['applied', 2]); // @applied
console.error.bind(console, 'bound and')('called'); // @bound
new Proxy(console, {}).error('through a proxy'); // @proxy
Object.create(console).error('through an heir'); // @heir
Promise.reject('text for the console').catch(console.error);
queueMicrotask(() => console.error('in a microtask')); // @microtask
(async () => {
  await null;
  console.error('after await'); // @await
})();
class Room {
  static {
    console.error('in a static block'); // @static
  }
  get number() {
    return console.error('in a getter'); // @getter
  }
}
new Room().number;
JSON.stringify({
  toJSON() {
    console.error('in toJSON'); // @json
  },
});
'a'.replace(/a/, () => {
  console.error('in a replacer'); // @replacer
  return '';
});
addEventListener('paid', console.error);
dispatchEvent(new Event('paid')); // @event

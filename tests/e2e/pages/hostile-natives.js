/** What the spies themselves need, taken before they replace it. */
globalThis.spied = [];
globalThis.natives = {
  listen: EventTarget.prototype.addEventListener,
  apply: Reflect.apply,
  defineProperty: Object.defineProperty,
  getOwnPropertyDescriptor: Object.getOwnPropertyDescriptor,
  getOwnPropertyNames: Object.getOwnPropertyNames,
  Observer: MutationObserver,
  split: String.prototype.split,
  timeout: setTimeout,
};

/** Notes what was seen; written so that none of the replaced functions is used. */
globalThis.note = (what) => {
  spied[spied.length] = what;
};

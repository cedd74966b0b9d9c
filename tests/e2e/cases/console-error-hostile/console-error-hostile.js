let run = 0;
const hostile = {
  get secret() {
    run += 1;
    throw new Error('read');
  },
  toJSON() {
    run += 1;
    throw new Error('serialised');
  },
};
const proxy = new Proxy(
  {},
  {
    ownKeys() {
      throw new Error('keys');
    },
    getPrototypeOf() {
      throw new Error('prototype');
    },
  },
);
console.error('hostile', hostile, proxy, Object.create(null)); // @log
console.error(`getters run: ${run}`); // @control

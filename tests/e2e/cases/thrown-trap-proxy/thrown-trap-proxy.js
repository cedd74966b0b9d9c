const traps = {};
for (const trap of Object.getOwnPropertyNames(Reflect)) {
  traps[trap] = () => {
    throw new Error(`trap ${trap}`);
  };
}
throw new Proxy({}, traps); // @throw

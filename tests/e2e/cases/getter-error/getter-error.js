const cart = {
  get total() {
    throw new Error('total is not ready'); // @getter
  },
};
const price = {
  [Symbol.toPrimitive]() {
    throw new Error('price has no text'); // @primitive
  },
};
setTimeout(() => cart.total);
setTimeout(() => `${price}`);

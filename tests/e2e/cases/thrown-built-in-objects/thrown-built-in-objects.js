setTimeout(() => {
  throw new Date(Date.UTC(2026, 0, 2)); // @date
});
setTimeout(() => {
  throw /sold (out)?/g; // @regexp
});
setTimeout(() => {
  throw new Map([['a', 1]]); // @map
});

let left = 10;
const timer = setInterval(() => {
  left -= 1;
  if (left === 0) clearInterval(timer);
  throw new Error('again and again'); // @throw
}, 5);

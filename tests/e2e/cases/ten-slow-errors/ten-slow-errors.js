let left = 10;
const timer = setInterval(() => {
  console.error('drip'); // @log
  left -= 1;
  if (left === 0) clearInterval(timer);
}, 300);

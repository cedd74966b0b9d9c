const box = document.querySelector('#box');
let left = 5;
new ResizeObserver(() => {
  left -= 1;
  if (left > 0) box.style.height = `${100 + left}px`;
}).observe(box);
setTimeout(() => console.error('control'), 500);

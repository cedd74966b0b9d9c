const queue = [];
window.setTimeout = (work) => queue.push(work);
window.setInterval = (work) => queue.push(work);
window.requestAnimationFrame = (work) => queue.push(work);
window.Date.now = () => 0;
console.error('under fake time'); // @log
queueMicrotask(() => {
  throw new Error('still in fake time'); // @throw
});

const rejected = Promise.reject(new Error('handled in time'));
window.addEventListener('unhandledrejection', () => {
  setTimeout(() => rejected.catch(() => console.error('control')), 20); // @control
});

const rejected = Promise.reject(new Error('handled in time'));
window.addEventListener('unhandledrejection', () => {
  fetch('/slow/50').then(() => rejected.catch(() => console.error('control'))); // @control
});

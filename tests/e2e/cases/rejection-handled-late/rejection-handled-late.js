const rejected = Promise.reject(new Error('handled in time'));
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => rejected.catch(() => console.error('control')); // @control
window.addEventListener('unhandledrejection', () => port2.postMessage('now'));

queueMicrotask(() => {
  throw new Error('in a microtask'); // @microtask
});
const observer = new MutationObserver(() => {
  throw new Error('in a mutation observer'); // @mutation
});
observer.observe(document.documentElement, { attributes: true });
document.documentElement.lang = 'en';
new PerformanceObserver(() => {
  throw new Error('in a performance observer'); // @performance
}).observe({ type: 'mark' });
performance.mark('now');
requestIdleCallback(() => {
  throw new Error('when idle'); // @idle
});
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  throw new Error('in a port'); // @port
};
channel.port2.postMessage('hello');
const sender = new BroadcastChannel('callbacks');
const receiver = new BroadcastChannel('callbacks');
receiver.onmessage = () => {
  throw new Error('in a broadcast'); // @broadcast
};
sender.postMessage('hello');
addEventListener('message', () => {
  throw new Error('in a message'); // @message
});
postMessage('hello', '*');

history.replaceState(null, '', '/cases/history-and-fragment/rooms/12#access_token=geheim-fragment');
console.error('after replacing'); // @replaced
history.pushState(null, '', '?step=pay&token=geheim-abfrage');
setTimeout(() => {
  throw new Error('after pushing'); // @pushed
}, 20);

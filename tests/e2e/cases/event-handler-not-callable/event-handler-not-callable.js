addEventListener('ping', { handleEvent: 12 });
dispatchEvent(new Event('ping')); // @listener
console.error('control'); // @control

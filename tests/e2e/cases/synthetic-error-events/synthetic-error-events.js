dispatchEvent(new ErrorEvent('error', { message: 'told by a library', error: new Error('library boom') })); // @made
dispatchEvent(new ErrorEvent('error', { message: 'told without an error', filename: '/app.js', lineno: 7, colno: 3 }));
dispatchEvent(new Event('error'));
document.documentElement.dispatchEvent(new Event('error'));
document.documentElement.dispatchEvent(new ErrorEvent('error', { message: 'of an element', error: new Error('x') }));
window.onerror?.('called by hand');
console.error('control'); // @control

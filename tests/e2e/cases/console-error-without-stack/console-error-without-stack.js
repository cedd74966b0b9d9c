console.error(new DOMException('called off', 'AbortError')); // @exception
const emptied = new Error('no stack left');
Object.defineProperty(emptied, 'stack', { value: '' });
console.error(emptied); // @emptied

window.onerror = () => true;
window.addEventListener('error', (event) => event.preventDefault(), true);
throw new Error('handled boom'); // @throw

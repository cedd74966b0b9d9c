Object.freeze(Error.prototype);
Object.freeze(Object.prototype);
Object.freeze(Array.prototype);
Object.freeze(console);
console.error('frozen console'); // @log
throw new Error('frozen world'); // @throw

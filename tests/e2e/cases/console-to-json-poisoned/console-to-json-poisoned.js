Object.prototype.toJSON = () => 'poisoned';
Array.prototype.toJSON = () => 'poisoned';
String.prototype.toJSON = () => 'poisoned';
JSON.stringify = () => '"replaced"';
console.error('kept whole', { room: 12 }, ['a']); // @log

function OldError(message) {
  this.message = message;
  this.name = 'OldError';
}
OldError.prototype = Object.create(Error.prototype);
OldError.prototype.constructor = OldError;
throw new OldError('from the nineties'); // @throw

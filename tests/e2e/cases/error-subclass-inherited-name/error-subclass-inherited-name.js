class NotFoundError extends Error {}

throw new NotFoundError('room 12'); // @throw

export const answer = 42;
throw new Error('module boom'); // @throw

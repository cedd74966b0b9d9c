console.assert(); // @bare
console.assert(0, 'zero %s', 'filled'); // @filled
console.assert('', { cart: 1 }); // @object
console.assert(null, new Error('behind the assertion')); // @error
console.assert(NaN, 'a', 'b', 'c'); // @many
console.assert(1, 'never');
console.assert([], 'never');

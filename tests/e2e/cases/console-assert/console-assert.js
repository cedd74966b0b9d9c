function check(cart) {
  console.assert(Array.isArray(cart), 'never seen');
  console.assert(cart.length > 0, 'cart is empty'); // @assert
  console.assert(false); // @bare
}

check([]);

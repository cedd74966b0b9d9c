function crash() {
  missing.property;
}
Promise.reject(new Error('nobody hears this'));

for (let i = 0; i < 10; i += 1) {
  Promise.reject(new Error('no and no')); // @made
}

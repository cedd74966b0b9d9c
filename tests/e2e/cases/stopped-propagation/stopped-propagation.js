for (const type of ['error', 'unhandledrejection']) {
  window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
}
Promise.reject(new Error('hushed rejection')); // @reject
throw new Error('hushed boom'); // @throw

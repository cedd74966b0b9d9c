function handleError(error, instance, info) {
  console.warn(`[Vue warn]: Unhandled error during execution of ${info}`);
  setTimeout(() => {
    throw error;
  });
}
handleError(new TypeError('price.toFixed is not a function'), null, 'render function'); // @made

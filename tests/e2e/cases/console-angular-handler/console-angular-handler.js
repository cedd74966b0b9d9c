class ErrorHandler {
  handleError(error) {
    console.error('ERROR', error);
  }
}
try {
  const order = undefined;
  order.total; // @thrown
} catch (error) {
  new ErrorHandler().handleError(error);
}

function checkout() {
  logError('checkout failed'); // @call
}

checkout();

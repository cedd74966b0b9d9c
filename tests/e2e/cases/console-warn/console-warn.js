function checkPrices() {
  console.warn('price list is old'); // @log
}

checkPrices();

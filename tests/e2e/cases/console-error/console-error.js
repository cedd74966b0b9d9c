function checkStock() {
  console.error('stock service is down'); // @log
}

checkStock();

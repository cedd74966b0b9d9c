console.warn('price list is old'); // @log

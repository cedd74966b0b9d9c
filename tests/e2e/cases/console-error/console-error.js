console.error('stock service is down'); // @log

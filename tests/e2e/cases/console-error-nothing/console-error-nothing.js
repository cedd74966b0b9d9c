console.error(); // @log

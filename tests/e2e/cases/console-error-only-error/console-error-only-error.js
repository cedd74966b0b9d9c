console.error(new Error('out of paper')); // @made

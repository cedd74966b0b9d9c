for (let index = 0; index < 5_000; index += 1) Promise.reject(new Error('flood')); // @made

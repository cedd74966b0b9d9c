await new Promise((resolve) => setTimeout(resolve, 20));
await Promise.reject(new Error('top level boom')); // @made

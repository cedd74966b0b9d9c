const rejected = Promise.reject(new Error('handled too late')); // @made
setTimeout(() => rejected.catch(() => undefined), 1_700);

const rejected = Promise.reject(new Error('never told'));
queueMicrotask(() => rejected.catch(() => undefined));
Promise.allSettled([Promise.reject(new Error('settled'))]);
Promise.race([new Promise(() => undefined), Promise.reject(new Error('raced'))]).catch(() => console.error('control')); // @control

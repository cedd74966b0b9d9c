Promise.reject(['E_LIST', 3]);
Promise.reject(new Map([['room', 12]]));
Promise.reject(() => undefined);
Promise.reject(Symbol('token'));
Promise.reject(NaN);
Promise.reject('');
Promise.reject(false);
Promise.reject(new Date(0));
Promise.reject(document.createElement('canvas'));

const shared = Promise.reject(new Error('one failure')); // @made
shared.then(() => undefined);
shared.then(() => 'other');

Promise.reject('just words');

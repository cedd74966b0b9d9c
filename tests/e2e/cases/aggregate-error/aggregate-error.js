Promise.any([Promise.reject(new Error('first door shut')), Promise.reject(new Error('second door shut'))]);

Promise.reject(404);

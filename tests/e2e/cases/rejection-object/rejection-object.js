Promise.reject({ code: 'E_STOCK', detail: 'sold out' });

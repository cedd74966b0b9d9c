throw Object.assign(Object.create(null), { code: 'E_BARE' }); // @throw

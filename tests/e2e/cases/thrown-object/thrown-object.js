throw { code: 'E_PAY', amount: 12 }; // @throw

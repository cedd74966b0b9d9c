throw ['E_FULL', 12, { room: 'blue' }]; // @throw

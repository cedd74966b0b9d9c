fetch('__OTHER_ORIGIN__/status/503/opaque?closed=', { mode: 'no-cors' });

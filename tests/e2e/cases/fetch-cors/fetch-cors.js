fetch('__OTHER_ORIGIN__/status/200/private?closed=').catch(() => undefined);

fetch('__OTHER_ORIGIN__/status/200/preflight?closed=', { method: 'PUT', headers: { 'x-a': '1' } }).catch(() => undefined);

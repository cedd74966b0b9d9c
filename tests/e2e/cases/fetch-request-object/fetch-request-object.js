fetch(new Request('/status/500/request', { method: 'put', body: '{}' }));
fetch(new URL('/status/404/url', location.href), { method: 'delete' });

fetch('/status/500/keepalive', { keepalive: true, method: 'POST', body: 'x' }); // @keepalive
fetch('/status/404/no-store', { cache: 'no-store', credentials: 'omit', mode: 'same-origin' }); // @store
fetch('/status/200/never-cached', { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => undefined); // @cached
fetch('/status/503/priority', { priority: 'low' }); // @priority

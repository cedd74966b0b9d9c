navigator.sendBeacon('__DEAD_ORIGIN__/beacon', 'data');
navigator.sendBeacon('/status/404/beacon');
navigator.sendBeacon('/status/204/beacon');

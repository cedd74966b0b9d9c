navigator.sendBeacon('/status/500/beacon', 'data');

new WebSocket('__DEAD_ORIGIN__/live'.replace('http', 'ws'));

fetch('__DEAD_ORIGIN__/api/rooms').catch(() => undefined);

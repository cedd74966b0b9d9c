for (let index = 0; index < 40; index += 1) fetch(`/status/500/storm?n=${index}`);

fetch('/slow/20001', { signal: AbortSignal.timeout(50) }).catch(() => undefined);

fetch('/loop/a').catch(() => undefined);

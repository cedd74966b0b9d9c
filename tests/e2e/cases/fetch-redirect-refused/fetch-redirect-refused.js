fetch('/redirect?to=/status/200/end', { redirect: 'error' }).catch(() => undefined);

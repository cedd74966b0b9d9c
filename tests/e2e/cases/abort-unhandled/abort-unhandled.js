const aborter = new AbortController();
fetch('/slow/20100', { signal: aborter.signal });
setTimeout(() => aborter.abort(), 50);
setTimeout(() => console.error('control'), 60); // @control

/** Reads of the arguments that the console itself does not make. */
function countingReads() {
  const reads = [];
  const value = new Proxy(
    { plain: 1 },
    {
      get(target, key) {
        reads.push(`get ${String(key)}`);
        return Reflect.get(target, key);
      },
    },
  );
  return { reads, value };
}

Object.assign(behaviour, {
  'console: return values': () => [typeof console.error('a'), typeof console.warn('b'), typeof console.error()],
  'console: a text that cannot be made': () =>
    outcomeOf(() =>
      console.error('%s', {
        toString() {
          throw new RangeError('no text');
        },
      }),
    ),
  'console: a symbol as text': () => outcomeOf(() => console.error('%s %d', Symbol('s'), Symbol('n'))),
  'console: called without console': () => outcomeOf(() => (0, console.error)('alone')),
  'console: called on something else': () => outcomeOf(() => console.warn.call(null, 'alone')),
  'console: called with new': () => outcomeOf(() => new console.error('x')),
  'console: getters of arguments are not run': () => {
    let run = 0;
    console.error({
      get costly() {
        run += 1;
        return run;
      },
    });
    return run;
  },
  'console: reads of a proxy as argument': () => {
    const { reads, value } = countingReads();
    console.warn(value);
    return reads;
  },
  'console: a group of the page is undisturbed': () => {
    const { error } = console;
    const calls = [];
    console.error = (...args) => calls.push(args);
    console.error('mine', 1);
    console.error = error;
    return { calls, restored: console.error === error };
  },
  'console: many at once': () => {
    for (let i = 0; i < 3000; i += 1) console.error('flood', i % 7);
    return 'survived';
  },
  'errors: onerror and listeners hear the same, in order': () =>
    new Promise((resolve) => {
      const heard = [];
      const listener = (event) => {
        heard.push(['listener', event.message, withoutHost(event.filename), event.lineno, event.error?.message]);
        event.preventDefault();
      };
      addEventListener('error', listener);
      window.onerror = (message, file, line, column, error) => {
        heard.push(['onerror', message, withoutHost(file), line, error.message]);
        return true;
      };
      setTimeout(() => {
        setTimeout(() => {
          window.onerror = null;
          removeEventListener('error', listener);
          resolve(heard);
        });
        throw new Error('heard twice');
      });
    }),
  'errors: rejections heard and handled late': async () => {
    const heard = [];
    const unhandled = (event) => heard.push(['unhandled', event.reason.message]) && event.preventDefault();
    const handled = (event) => heard.push(['handled', event.reason.message]);
    addEventListener('unhandledrejection', unhandled);
    addEventListener('rejectionhandled', handled);
    const rejected = Promise.reject(new Error('late'));
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    await rejected.catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    removeEventListener('unhandledrejection', unhandled);
    removeEventListener('rejectionhandled', handled);
    return heard;
  },
});

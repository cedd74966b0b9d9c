/** Fails in four ways at once for so many milliseconds, and says how often in each of them. Called by the tests. */
globalThis.storm = (milliseconds) =>
  new Promise((resolve) => {
    const made = { identical: 0, distinct: 0, thrown: 0, rejected: 0 };
    const end = performance.now() + milliseconds;
    const word = () => String.fromCharCode(...Array.from({ length: 9 }, () => 97 + Math.floor(Math.random() * 26)));
    const gust = () => {
      for (let i = 0; i < 150; i += 1) {
        console.error('the stock service is down');
        made.identical += 1;
      }
      for (let i = 0; i < 30; i += 1) {
        console.error(`no room called ${word()}`);
        made.distinct += 1;
      }
      for (let i = 0; i < 10; i += 1) {
        setTimeout(() => {
          throw new Error('the booking form is broken');
        });
        void Promise.reject(new Error('the bank does not answer'));
        made.thrown += 1;
        made.rejected += 1;
      }
      if (performance.now() < end) setTimeout(gust, 40);
      else setTimeout(() => resolve(made));
    };
    gust();
  });

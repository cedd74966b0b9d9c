const aborter = new AbortController();
fetch('/trickle/20200', { signal: aborter.signal }).then(async (answer) => {
  setTimeout(() => aborter.abort(), 50);
  await answer.text().catch(() => console.error('control')); // @control
});

fetch('/slow/20400', { signal: AbortSignal.any([AbortSignal.timeout(50), new AbortController().signal]) }).catch(
  () => undefined,
);

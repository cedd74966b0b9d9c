// Everything below uses syntax only, or functions that the spies left alone: what they note is not ours.
natives.apply(natives.timeout, window, [
  () => {
    throw new TypeError('thrown in a hostile page');
  },
  10,
]);
natives.apply(natives.timeout, window, [
  () => {
    console.error('logged in a hostile page', { answer: 42 }, [1, 2, 3]);
    console.warn('warned in a hostile page');
  },
  20,
]);
natives.apply(natives.timeout, window, [
  () => {
    (async () => {
      throw new Error('rejected in a hostile page');
    })();
  },
  30,
]);
natives.apply(natives.timeout, window, [
  () => {
    fetch('/status/500/hostile');
    const request = new XMLHttpRequest();
    request.open('GET', '/status/404/hostile');
    request.send();
  },
  40,
]);

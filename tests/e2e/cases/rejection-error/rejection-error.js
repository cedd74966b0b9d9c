async function load() {
  throw new Error('rejected boom'); // @made
}

load();

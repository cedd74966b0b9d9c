class Lazy extends Error {
  get message() {
    return 'made on demand';
  }
}

throw new Lazy(); // @throw

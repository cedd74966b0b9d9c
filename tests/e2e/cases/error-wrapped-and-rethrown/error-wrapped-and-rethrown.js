try {
  throw new Error('first cause');
} catch (cause) {
  throw new Error('second story', { cause }); // @made
}

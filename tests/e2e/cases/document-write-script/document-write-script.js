addEventListener('load', () => {
  setTimeout(() => document.write("<!doctype html><script>throw new Error('boom while rewriting')</script>"), 50);
});

addEventListener('load', () => {
  document.replaceChildren();
  document.append(document.createElement('html'));
  setTimeout(() => {
    throw new Error('children replaced'); // @replaced
  }, 10);
  setTimeout(() => {
    document.documentElement.remove();
    throw new Error('without a root'); // @rootless
  }, 30);
});

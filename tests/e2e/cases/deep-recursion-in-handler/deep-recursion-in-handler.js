const down = () => down() + 1; // @again
addEventListener('error', () => {
  try {
    down();
  } catch (error) {
    console.error('handler overflowed', error.name); // @log
  }
});
throw new Error('first failure'); // @throw

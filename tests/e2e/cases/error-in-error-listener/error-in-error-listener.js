window.addEventListener('error', () => {
  console.error('control');
  throw new Error('boom inside the listener');
});
throw new Error('first boom'); // @first

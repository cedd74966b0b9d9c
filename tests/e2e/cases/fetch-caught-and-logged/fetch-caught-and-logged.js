async function load() {
  try {
    await fetch('__DEAD_ORIGIN__/logged');
  } catch (error) {
    console.error('Could not load rooms', error);
    throw error;
  }
}

load();

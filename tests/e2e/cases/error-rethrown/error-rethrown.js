function pay() {
  throw new Error('terminal offline'); // @made
}

function checkout() {
  try {
    pay();
  } catch (error) {
    throw error;
  } finally {
    document.title = 'checkout over';
  }
}

checkout();

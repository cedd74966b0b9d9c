function total(booking) {
  return booking.price.total; // @throw
}

document.querySelector('button').addEventListener('click', () => {
  total({});
});
setTimeout(() => document.querySelector('button').click(), 20);

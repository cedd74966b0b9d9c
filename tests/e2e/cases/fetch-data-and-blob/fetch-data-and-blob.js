const address = URL.createObjectURL(new Blob(['text']));
fetch('data:text/plain,hello');
fetch(address).then(() => {
  URL.revokeObjectURL(address);
  fetch(address).catch(() => console.error('control')); // @control
});

new Promise((resolve, reject) => {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '__DEAD_ORIGIN__/event');
  xhr.onload = resolve;
  xhr.onerror = reject;
  xhr.send(); // @send
});

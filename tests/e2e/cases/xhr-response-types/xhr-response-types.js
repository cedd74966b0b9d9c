for (const type of ['text', 'json', 'arraybuffer', 'blob', 'document']) {
  const request = new XMLHttpRequest();
  request.open('GET', `/status/500/as-${type}`);
  request.responseType = type;
  request.send(); // @send
}

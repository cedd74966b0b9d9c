function request(method, url, change = () => undefined) {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url);
  change(xhr);
  xhr.send(method === 'GET' ? null : '{}'); // @send
}
request('GET', '/status/503/json', (xhr) => (xhr.responseType = 'json'));
request('PATCH', '/status/422/patch');
request('POST', '/drop/xhr');
request('GET', '__OTHER_ORIGIN__/status/500/xhr-closed?closed=');
request('PUT', '__OTHER_ORIGIN__/status/200/xhr-preflight?closed=');
request('GET', '/cut/xhr');

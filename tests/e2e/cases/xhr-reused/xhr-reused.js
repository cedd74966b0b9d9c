const xhr = new XMLHttpRequest();
xhr.open('GET', '/status/404/first');
xhr.onload = () => {
  xhr.onload = null;
  xhr.open('POST', '/status/500/second');
  xhr.send('{}'); // @second
};
xhr.send(); // @first

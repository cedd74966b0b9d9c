const xhr = new XMLHttpRequest();
xhr.open('GET', '/status/200/handler');
xhr.onload = () => {
  throw new Error('after loading'); // @load
};
xhr.onreadystatechange = () => {
  if (xhr.readyState === 4) throw new Error('in a state'); // @state
};
xhr.send();

const xhr = new XMLHttpRequest();
xhr.open('GET', '/trickle/20600');
xhr.onprogress = () => xhr.abort();
xhr.onabort = () => console.error('control'); // @control
xhr.send();

const request = new XMLHttpRequest();
request.open('GET', '/slow/20004');
request.addEventListener('abort', () => console.error('control')); // @control
request.send();
setTimeout(() => request.abort(), 50);

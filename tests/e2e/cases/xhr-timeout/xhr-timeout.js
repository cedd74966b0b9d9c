const request = new XMLHttpRequest();
request.open('GET', '/slow/20000');
request.timeout = 50;
request.send();

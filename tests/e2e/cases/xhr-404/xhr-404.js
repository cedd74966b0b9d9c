const request = new XMLHttpRequest();
request.open('POST', '/status/404/xhr');
request.send('{}'); // @send

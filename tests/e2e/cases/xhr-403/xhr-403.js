const request = new XMLHttpRequest();
request.open('POST', '/status/403/xhr');
request.send('{}'); // @send

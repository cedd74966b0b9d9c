const request = new XMLHttpRequest();
request.open('POST', '/status/500/xhr');
request.send('{}'); // @send

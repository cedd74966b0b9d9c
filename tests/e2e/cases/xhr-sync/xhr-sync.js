const request = new XMLHttpRequest();
request.open('GET', '/status/500/sync', false);
request.send();

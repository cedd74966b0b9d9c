const request = new XMLHttpRequest();
request.open('GET', '__DEAD_ORIGIN__/api/prices');
request.send();

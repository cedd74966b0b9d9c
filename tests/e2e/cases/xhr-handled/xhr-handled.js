const request = new XMLHttpRequest();
request.open('GET', '/status/404/handled');
request.onload = () => console.error(`seen by the page: ${request.status}`);
request.send();

const xhr = new XMLHttpRequest();
xhr.open('GET', '/status/500/never-sent');
xhr.open('GET', '/status/404/sent');
xhr.send();

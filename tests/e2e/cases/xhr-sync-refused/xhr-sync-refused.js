const xhr = new XMLHttpRequest();
xhr.open('GET', '__DEAD_ORIGIN__/sync', false);
xhr.send(); // @send

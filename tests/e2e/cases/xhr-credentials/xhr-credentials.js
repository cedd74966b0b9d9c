const xhr = new XMLHttpRequest();
xhr.open('GET', '/status/401/account', true, 'ann', 'geheim-wort');
xhr.send();

const later = (work) => setTimeout(work, 10);
later(() => new XMLHttpRequest().send()); // @state
later(() => new XMLHttpRequest().open('GET', 'http://[bad')); // @url
later(() => new XMLHttpRequest().open('BAD METHOD', '/')); // @method
later(() => new XMLHttpRequest().setRequestHeader('a', 'b')); // @header

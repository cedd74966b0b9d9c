console.error('before'); // @before
document.querySelector('p').innerHTML = '<b>bold</b>'; // @html

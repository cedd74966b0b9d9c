window.addEventListener('error', (event) => console.error(event.error));
throw new Error('same sorrow'); // @made

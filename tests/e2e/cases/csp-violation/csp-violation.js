setTimeout(() => console.error('control'), 10);

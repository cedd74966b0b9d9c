fetch('http://[bad').catch(() => console.error('control'));

console.error('never run');

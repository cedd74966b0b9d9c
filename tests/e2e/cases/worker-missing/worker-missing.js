new Worker('/status/404/worker.js').onerror = () => console.error('control'); // @control

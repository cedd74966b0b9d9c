navigator.serviceWorker.register('/status/404/worker.js').catch((error) => console.error('no worker', error.name)); // @log

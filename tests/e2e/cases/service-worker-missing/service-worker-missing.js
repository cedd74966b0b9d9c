navigator.serviceWorker.register('/status/404/service-worker.js').catch((error) => console.error('no worker', error.name)); // @log

fetch('/status/500/response').then((answer) => Promise.reject(answer));

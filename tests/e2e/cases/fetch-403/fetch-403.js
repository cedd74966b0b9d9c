fetch('/status/403/fetch'); // @fetch

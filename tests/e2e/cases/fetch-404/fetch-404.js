fetch('/status/404/fetch'); // @fetch

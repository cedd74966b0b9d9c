fetch('/status/503/fetch'); // @fetch

fetch('/status/401/fetch'); // @fetch

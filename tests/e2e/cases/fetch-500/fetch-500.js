fetch('/status/500/fetch'); // @fetch

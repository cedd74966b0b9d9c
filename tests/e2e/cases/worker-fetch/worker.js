fetch('/status/500/from-worker');

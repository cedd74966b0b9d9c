new EventSource('/status/404/stream');

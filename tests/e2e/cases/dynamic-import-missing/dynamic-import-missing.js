import('/status/404/chunk.js');

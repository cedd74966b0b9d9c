const source = new EventSource('__DEAD_ORIGIN__/events');
source.onerror = () => source.close();

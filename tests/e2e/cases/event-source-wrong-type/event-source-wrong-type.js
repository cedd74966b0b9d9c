const source = new EventSource('/status/200/events');
source.onerror = () => console.error('stream failed'); // @error

function loadChunk(id) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `/status/404/chunk-${id}.js`;
    script.onerror = () => {
      const error = new Error(`Loading chunk ${id} failed.\n(missing: ${script.src})`); // @made
      error.name = 'ChunkLoadError';
      reject(error);
    };
    document.head.append(script);
  });
}

loadChunk(17);

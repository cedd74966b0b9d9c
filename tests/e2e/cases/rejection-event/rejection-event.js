new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = '/status/404/missing-chunk.js';
  script.onload = resolve;
  script.onerror = reject;
  document.documentElement.append(script);
});

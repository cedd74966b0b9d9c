function logError(text) {
  console.error(`[shop] ${text}`);
}

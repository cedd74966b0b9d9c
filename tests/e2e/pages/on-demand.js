/** Called by the tests. Each kind has its own line, so each text is a signature of its own. */
globalThis.failOnDemand = {
  throws(text) {
    setTimeout(() => {
      throw new Error(text);
    });
  },
  rejects(text) {
    void Promise.reject(new Error(text));
  },
  logs(text) {
    console.error(text);
  },
  warns(text) {
    console.warn(text);
  },
  requests(status) {
    return fetch(`/status/${status}/on-demand`).then((response) => response.status);
  },
};

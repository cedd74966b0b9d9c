for (const status of [400, 402, 405, 408, 409, 410, 413, 418, 422, 429, 451, 501, 502, 504, 507, 599]) {
  fetch(`/status/${status}/each`); // @fetch
}

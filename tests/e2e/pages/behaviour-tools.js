/** Everything the page can observe, by name: each entry resolves to plain data that two runs can be compared by. */
globalThis.behaviour = {};

/** Browsers number the timers of a window, whoever starts them. */
globalThis.firstTimer = setTimeout(() => {});

/** All that went wrong in the page: with an extension as often as without. */
globalThis.heardErrors = [];
for (const type of ['error', 'unhandledrejection', 'rejectionhandled']) {
  addEventListener(type, ({ message, filename, reason }) => {
    heardErrors.push([type, message, withoutHost(filename), withoutHost(reason?.message)].join(' '));
  });
}

/** A thrown or rejected value as data. Addresses lose their host, since the two runs are on different ones. */
globalThis.describeThrown = (thrown) =>
  typeof thrown === 'object' && thrown !== null
    ? { class: Object.prototype.toString.call(thrown), name: thrown.name, message: withoutHost(thrown.message) }
    : { value: String(thrown), type: typeof thrown };

globalThis.withoutHost = (text) => String(text).replaceAll(location.origin, '');

/** Outcome of a promise or of a function, as data. */
globalThis.outcomeOf = async (work) => {
  try {
    const value = await work();
    return { value: value instanceof Response ? describeResponse(value) : value };
  } catch (error) {
    return { thrown: describeThrown(error) };
  }
};

globalThis.describeResponse = (response) => ({
  status: response.status,
  ok: response.ok,
  type: response.type,
  redirected: response.redirected,
  url: withoutHost(response.url),
  statusText: response.statusText,
});

/** Runs every entry, one after the other. */
globalThis.observeAll = async () => {
  const seen = {};
  for (const [name, observe] of Object.entries(behaviour)) seen[name] = await outcomeOf(observe);
  return seen;
};

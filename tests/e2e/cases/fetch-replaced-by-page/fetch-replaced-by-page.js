const native = window.fetch;
window.fetch = async (...args) => {
  if (String(args[0]).includes('mocked')) return new Response(null, { status: 500 });
  return native.apply(window, args);
};
fetch('/mocked');
fetch('/status/500/passed-on');

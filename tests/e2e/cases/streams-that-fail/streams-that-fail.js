new ReadableStream({
  pull() {
    throw new Error('pull failed'); // @pull
  },
})
  .getReader()
  .read();
new ReadableStream({
  start(controller) {
    controller.error(new Error('controller failed')); // @controller
  },
}).pipeTo(new WritableStream());
new WritableStream({
  write() {
    return Promise.reject(new Error('write failed')); // @write
  },
})
  .getWriter()
  .write('x');
const broken = new ReadableStream({
  pull() {
    throw new Error('while it is read'); // @await
  },
});
(async () => {
  for await (const part of broken) part();
})();

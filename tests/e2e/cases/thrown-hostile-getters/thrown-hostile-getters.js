const error = new Error('you never read this'); // @made
for (const name of ['name', 'message', 'stack', 'cause', 'toString', 'constructor', 'errors', 'code']) {
  Object.defineProperty(error, name, {
    get() {
      throw new Error(`read ${name}`);
    },
  });
}
setTimeout(() => console.error('control'), 20); // @control
throw error;

setTimeout(() => {
  (0, eval)("throw new Error('eval boom')");
});
setTimeout(() => {
  new Function("throw new Error('function boom')")();
});

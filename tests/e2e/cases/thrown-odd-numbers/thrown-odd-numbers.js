setTimeout(() => {
  throw NaN; // @nan
});
setTimeout(() => {
  throw -0; // @zero
});
setTimeout(() => {
  throw -Infinity; // @infinity
});

setTimeout(() => {
  (0, eval)("\n\nthrow new Error('named eval boom') // line three\n//# sourceURL=__ORIGIN__/made/up.js");
});
setTimeout(() => {
  const script = document.createElement('script');
  script.textContent = "\nthrow new Error('injected boom');\n//# sourceURL=injected.js";
  document.head.append(script);
});
setTimeout(() => {
  const script = document.createElement('script');
  script.textContent = "throw new Error('anonymous injected boom');";
  document.head.append(script);
});

const kept = console.error;
console.error = () => undefined;
console.error('swallowed');
delete console.warn;
window.console = { error: () => undefined };
window.console.error('also swallowed');
kept('control'); // @control

console.table([{ a: 1 }]);
console.trace('trace');
console.group('group');
console.groupCollapsed('collapsed');
console.groupEnd();
console.groupEnd();
console.dir({ a: 1 });
console.dirxml(document.body);
console.count('n');
console.countReset('never counted');
console.time('t');
console.timeEnd('never started');
console.timeLog('t');
console.clear();
console.log('%cError: styled', 'color: red');
console.error('control'); // @control

console.log('log');
console.info('info');
console.debug('debug');
console.assert(true, 'fine');
console.error('control'); // @control

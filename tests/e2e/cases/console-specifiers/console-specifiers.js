const log = (...args) => console.error(...args);
log('string %s %s', 'text'); // too few
log('number %d %i %f', '12px', 3.99, '1.5kg');
log('not a number %d %i %f', {}, 'x', undefined);
log('object %o and %O', { a: 1 }, [1, 2]);
log('percent 100%% %', 'rest');
log('unknown %x %z', 1);
log('%cstyled %cagain', 'color: red', 'color: blue');
log('big %d %s', 12n, 12n);
log('symbol %s %d', Symbol('a'), Symbol('b'));
log('null %s %s', null, undefined);
log('error %s', new RangeError('inner trouble'));
log({ first: 'object' }, '%s', 'not filled');
log('nested %s', '%s', 'rest');

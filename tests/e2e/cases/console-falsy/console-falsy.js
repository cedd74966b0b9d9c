const log = (value) => console.error(value);
log(undefined);
log(null);
log('');
log(0);
log(NaN);
log(false);
log([]);
log({});

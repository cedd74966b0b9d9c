const { error, warn } = console;
error('detached'); // @detached
warn.call(null, 'called'); // @called
error.apply(undefined, ['applied', 1]); // @applied
error.bind(console, 'bound')('later'); // @bound
Reflect.apply(error, {}, ['reflected']); // @reflected
['from a list'].forEach(console.error); // @list

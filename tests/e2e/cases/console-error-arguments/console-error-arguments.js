const cycle = { id: 7, note: null };
cycle.self = cycle;
console.error('Booking failed', 42, true, undefined, cycle, [1, 2], new Map([['a', 1]]), Symbol('s'), 10n); // @log

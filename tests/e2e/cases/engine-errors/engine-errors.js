const later = (work) => setTimeout(work, 10);
later(() => null.length); // @null
later(() => undefinedName); // @undefined
later(() => window.missing()); // @call
later(() => new Array(-1)); // @length
later(() => decodeURIComponent('%')); // @uri
later(() => 1n + 1); // @mix
later(() => new Date(NaN).toISOString()); // @date
later(() => 'a' in 'abc'); // @in
later(() => new (() => 1)()); // @new
later(() => (1).toFixed(101)); // @digits
later(() => JSON.parse('{"a":')); // @json
later(() => Symbol() + ''); // @symbol
later(() => new RegExp('[')); // @regexp
later(() => { 'use strict'; Object.freeze([]).push(1); }); // @frozen
later(() => [...12]); // @spread
later(() => { const { a } = null; return a; }); // @destructure
later(() => { early; let early = 1; }); // @early
later(() => { const fixed = 1; fixed = 2; }); // @const

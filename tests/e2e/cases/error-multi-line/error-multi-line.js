throw new Error('first line\nsecond line\n    at fake (https://evil.invalid/fake.js:9:9)\nfourth'); // @throw

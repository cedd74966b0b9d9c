const inner = new AggregateError([new Error('tyre'), new Error('brake')], 'car broken');
throw new AggregateError([inner, 'plain', null], 'journey failed', { cause: new Error('bad day') }); // @throw

const inner = new TypeError('card expired');
const middle = new Error('payment refused', { cause: inner });
throw new Error('checkout failed', { cause: middle }); // @outer

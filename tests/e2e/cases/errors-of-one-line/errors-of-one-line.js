const fail = (text) => setTimeout(() => { throw new Error(text); }); // @line
fail('left');
fail('right');

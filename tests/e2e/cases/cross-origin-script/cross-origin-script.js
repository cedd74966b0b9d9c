throw new Error('foreign script boom');

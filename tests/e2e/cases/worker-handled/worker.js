throw new Error('handled worker boom');

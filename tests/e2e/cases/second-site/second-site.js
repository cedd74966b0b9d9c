console.warn('warned on the other site'); // @warn
fetch('/status/500/second-site');
throw new Error('on the other site'); // @throw

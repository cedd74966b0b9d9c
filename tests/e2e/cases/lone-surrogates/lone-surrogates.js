throw new Error('before \ud800 \udfff \0 after'); // @throw

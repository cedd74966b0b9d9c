throw document.createElement('video'); // @throw

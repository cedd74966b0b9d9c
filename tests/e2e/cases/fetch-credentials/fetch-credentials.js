fetch('http://ann:geheim-wort@127.0.0.1:1/rooms').catch(() => undefined); // @fetch

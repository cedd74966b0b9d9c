fetch('__OTHER_ORIGIN__/status/500/open'); // @fetch

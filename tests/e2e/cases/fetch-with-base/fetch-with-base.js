fetch('rooms?day=12#part'); // @fetch

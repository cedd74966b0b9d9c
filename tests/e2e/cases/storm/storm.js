for (let i = 0; i < 2000; i += 1) {
  console.error('storm'); // @log
}

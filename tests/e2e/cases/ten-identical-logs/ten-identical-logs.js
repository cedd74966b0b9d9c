for (let i = 0; i < 10; i += 1) {
  console.error('over and over'); // @log
}

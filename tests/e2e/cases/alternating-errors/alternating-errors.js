for (let index = 0; index < 20; index += 1) {
  console.error(index % 2 ? 'odd' : 'even'); // @log
}

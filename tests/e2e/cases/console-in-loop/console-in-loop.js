for (let index = 0; index < 30; index += 1) {
  console.error('row', { id: index, name: `name ${index}` }); // @log
}

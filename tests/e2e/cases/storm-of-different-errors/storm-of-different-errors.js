const words = 'lamp door roof wall desk bed'.split(' ');
for (let index = 0; index < 150; index += 1) {
  const name = words[index % 6] + words[Math.floor(index / 6) % 6] + words[Math.floor(index / 36)];
  setTimeout(() => {
    throw new Error(`broken ${name}`); // @throw
  });
}

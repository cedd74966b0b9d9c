let error = new Error('level 0');
for (let level = 1; level <= 10; level += 1) {
  error = new Error(`level ${level}`, { cause: error });
}
throw error;

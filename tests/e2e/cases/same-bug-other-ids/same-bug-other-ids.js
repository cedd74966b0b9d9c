for (const order of [48151, 62342, 90210]) {
  setTimeout(() => {
    throw new Error(`Order ${order} not found`); // @throw
  });
}

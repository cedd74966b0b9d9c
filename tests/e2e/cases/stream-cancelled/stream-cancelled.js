fetch('/trickle/2000').then(async (answer) => {
  const reader = answer.body.getReader();
  await reader.read();
  await reader.cancel('enough');
  console.error('enough was read'); // @done
});

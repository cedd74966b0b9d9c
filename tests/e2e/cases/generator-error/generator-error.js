function* rooms() {
  yield 'blue';
  throw new Error('no more rooms'); // @sync
}

async function* guests() {
  yield 'Ann';
  throw new Error('no more guests'); // @async
}

async function welcome() {
  for await (const guest of guests()) document.title = guest;
}

welcome();
for (const room of rooms()) document.title = room;

document.querySelector('button').addEventListener('click', async () => {
  history.pushState(null, '', '/pages/trail.html?step=secret#pay');
  await fetch('/status/200/trail');
  console.warn('password', 'hunter2');
  // What the browser times of the request comes in a task of its own.
  setTimeout(() => {
    throw new Error('at the end of the trail');
  }, 500);
});

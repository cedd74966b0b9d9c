const request = new XMLHttpRequest();
request.open('GET', '/status/200/xhr');
request.addEventListener('load', async () => {
  await fetch('/status/204/fetch');
  const answer = await fetch('/status/200/fetch');
  await answer.json();
  await fetch('__OTHER_ORIGIN__/status/200/opaque', { mode: 'no-cors' });
  await fetch('/redirect?to=/status/200/end', { redirect: 'manual' });
  console.error('control');
});
request.send();

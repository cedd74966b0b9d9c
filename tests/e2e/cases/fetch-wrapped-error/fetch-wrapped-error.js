async function getJson(url) {
  const answer = await fetch(url); // @fetch
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`); // @thrown
  return answer.json();
}

getJson('/status/500/wrapped');

/** Fetches what it is told to. */
onmessage = async ({ data }) => {
  const { status } = await fetch(data);
  postMessage(status);
};

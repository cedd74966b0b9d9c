/** Stands in for the background where a relay runs in a frame of the self-test: the page around it gets each batch. */
export async function handToParent(message: unknown): Promise<unknown> {
  parent.postMessage(message, location.origin);
  return { done: idsIn(message) };
}

function idsIn(message: unknown): unknown[] {
  if (typeof message !== 'object' || message === null || !('records' in message)) return [];
  const { records } = message;
  return Array.isArray(records) ? records.map((record: unknown) => idOf(record)) : [];
}

function idOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
}

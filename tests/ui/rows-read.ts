/** Counts the rows that are handed over by IndexedDB, by table, whoever asks for them. */
export function countRowsRead(): { byTable: () => Record<string, number>; stop: () => void } {
  const counts = new Map<string, number>();
  const undo = [IDBObjectStore.prototype, IDBIndex.prototype].flatMap((prototype) =>
    (['get', 'getAll', 'openCursor'] as const).map((way) => {
      const native = prototype[way];
      Object.assign(prototype, { [way]: counting(native, counts) });
      return () => Object.assign(prototype, { [way]: native });
    }),
  );
  return {
    byTable: () => Object.fromEntries(counts),
    stop: () => {
      for (const each of undo) each();
    },
  };
}

function counting<Native extends CallableFunction>(native: Native, counts: Map<string, number>): Native {
  return new Proxy(native, {
    apply(target, asked: IDBObjectStore | IDBIndex, args: unknown[]) {
      const request: IDBRequest<unknown> = Reflect.apply(target, asked, args);
      const { name } = asked instanceof IDBIndex ? asked.objectStore : asked;
      request.addEventListener('success', () => {
        const { result } = request;
        const rows = Array.isArray(result) ? result.length : Number(result !== undefined && result !== null);
        counts.set(name, (counts.get(name) ?? 0) + rows);
      });
      return request;
    },
  });
}

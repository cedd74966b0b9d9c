import type { DBCore, DBCoreMutateRequest } from 'dexie';
import type { VigieDatabase } from '../../../src/storage/database.ts';

/** Rows by table. */
export type Writes = Map<string, unknown[]>;

/** Notes every row that is written through this database from now on. The rows are only pointed at, which costs next to nothing. */
export function noteWrites(db: VigieDatabase): { take(): Writes } {
  let noted: Writes = new Map();
  db.use({
    stack: 'dbcore',
    name: 'writes',
    create: (down: DBCore) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          mutate(request) {
            const rows = rowsOf(request);
            if (rows.length > 0) noted.set(name, [...(noted.get(name) ?? []), ...rows]);
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return {
    take() {
      const taken = noted;
      noted = new Map();
      return taken;
    },
  };
}

function rowsOf(request: DBCoreMutateRequest): readonly unknown[] {
  return request.type === 'add' || request.type === 'put' ? request.values : [];
}

/** Counts every row that is read through this database from now on. */
export function countReads(db: VigieDatabase): { take(): number } {
  let read = 0;
  db.use({
    stack: 'dbcore',
    name: 'reads',
    create: (down: DBCore) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          // The database's own promises, not those of the language: a transaction does not wait for others.
          query: (request) =>
            table.query(request).then((answer) => {
              read += answer.result.length;
              return answer;
            }),
          get: (request) =>
            table.get(request).then((row: unknown) => {
              if (row !== undefined) read += 1;
              return row;
            }),
          getMany: (request) =>
            table.getMany(request).then((rows: unknown[]) => {
              read += rows.filter((row) => row !== undefined).length;
              return rows;
            }),
        };
      },
    }),
  });
  return {
    take() {
      const taken = read;
      read = 0;
      return taken;
    },
  };
}

/** Writes rows as barely as a browser can: one transaction, nothing awaited but its end, as durable as the extension's own. */
export function bareWrite(db: IDBDatabase, writes: Writes): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([...writes.keys()], 'readwrite', { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    for (const [name, rows] of writes) {
      const store = transaction.objectStore(name);
      for (const row of rows) store.put(row);
    }
  });
}

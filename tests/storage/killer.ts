import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import type { VigieDatabase } from '../../src/storage/database.ts';

/** Makes the database lose its transaction at the n-th request from now on, as when its process is killed there. */
export function killAt(db: VigieDatabase, request: number): { requests: () => number } {
  let seen = 0;
  const strike = (trans: DBCoreTransaction) => {
    seen += 1;
    if (seen === request) trans.abort();
  };
  db.use({
    stack: 'dbcore',
    name: 'killer',
    create: (down: DBCore) => ({ ...down, table: (name) => struck(down.table(name), strike) }),
  });
  return { requests: () => seen };
}

function struck(table: DBCoreTable, strike: (trans: DBCoreTransaction) => void): DBCoreTable {
  const then = <Request extends { trans: DBCoreTransaction }, Answer>(call: (request: Request) => Answer) => {
    return (request: Request) => {
      strike(request.trans);
      return call(request);
    };
  };
  return {
    ...table,
    mutate: then((request) => table.mutate(request)),
    get: then((request) => table.get(request)),
    getMany: then((request) => table.getMany(request)),
    query: then((request) => table.query(request)),
    openCursor: then((request) => table.openCursor(request)),
    count: then((request) => table.count(request)),
  };
}

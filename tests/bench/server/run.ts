/**
 * `npm run bench:server [-- --rows N] [--rounds N]`: how fast pushes are taken, against plain INSERTs of the same rows through PostgREST, in
 * turns within one run; what the dashboard's questions cost in a log of N occurrences (5 million) and in one of 50,000; and how tables
 * grow. `--rows 0` only sends, `--rounds 0` only asks; each of the two halves, in full size, rewrites its part of BENCHMARKS.md.
 */
import { createDatabase, createTemplates } from '../../stack/harness/databases.ts';
import { startPostgres, type PostgresAddress } from '../../stack/harness/postgres-server.ts';
import { startStack } from '../../stack/harness/stack.ts';
import { fill } from './fill.ts';
import { growthOf, type Growth } from './growth.ts';
import { type Load, measure, post, prepare, type Way } from './load.ts';
import { ask, type Cost, QUESTIONS } from './questions.ts';
import { conclude, type Round } from './report.ts';
import { Reporter } from './rows.ts';
import { readSize, type Size, SMALL } from './size.ts';

const CLIENTS = [1, 8, 32];
/** Errors in a call: a page in trouble tells of the same few over and over; one that lists everything wrong with it does not. */
const VARIETIES = [10, 50];
/** Of all clients together, in one round of one way. */
const CALLS = 160;

const size = readSize(process.argv.slice(2));
const server = await startPostgres(true);
try {
  await createTemplates(server.address);
  const { loads, growth } = await sendEverything(server.address, size);
  const { small, large } = await askEverything(server.address, size);
  conclude({ loads, growth, small, large, size });
} finally {
  await server.stop();
}

async function sendEverything(
  address: PostgresAddress,
  { rounds }: Size,
): Promise<{ loads: Round[]; growth: Growth | null }> {
  if (rounds === 0) return { loads: [], growth: null };
  const stack = await startStack(address);
  try {
    const member = await prepare(stack);
    const reporters = Array.from({ length: Math.max(...CLIENTS) }, (_, number) => new Reporter(number));
    const send = (way: Way, clients: number, variety: number): Promise<Load> => {
      const calls = Math.ceil(CALLS / clients);
      return measure(stack, member, way, reporters.slice(0, clients), { calls, variety });
    };
    // Tickets are made and clients linked to them, and the tables' statistics are known: what is measured is every day.
    for (const batch of reporters.flatMap((reporter) => reporter.firstBatches())) {
      await post(stack, member, 'push', JSON.stringify(batch));
    }
    for (const way of ['push', 'insert', 'named'] as const) await send(way, reporters.length, Math.max(...VARIETIES));
    await stack.database.query('vacuum analyze');
    const loads: Round[] = [];
    for (const variety of VARIETIES) {
      for (const clients of CLIENTS) {
        for (let round = 0; round < rounds; round += 1) {
          const insert = await send('insert', clients, variety);
          const push = await send('push', clients, variety);
          const named = await send('named', clients, variety);
          loads.push({ variety, clients, insert, push, named });
          const rates = [push, insert, named].map((load) => load.errorsPerSecond.toFixed(0)).join(' ');
          console.log(`${clients} clients, ${variety} errors: ${rates} pushed, inserted and inserted by name a second`);
        }
      }
    }
    return { loads, growth: await growthOf(stack.database) };
  } finally {
    await stack.stop();
  }
}

type Costs = Record<string, Cost>;

async function askEverything(address: PostgresAddress, { rows }: Size): Promise<{ small: Costs; large: Costs }> {
  const found: { small: Costs; large: Costs } = { small: {}, large: {} };
  if (rows === 0) return found;
  const [small, large] = [await createDatabase(address, 'vigie'), await createDatabase(address, 'vigie')];
  try {
    await fill(small, SMALL, console.log);
    await fill(large, rows, console.log);
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const [ofSmall, ofLarge] = await ask([small, large], question);
      if (ofSmall) found.small[name] = ofSmall;
      if (ofLarge) found.large[name] = ofLarge;
    }
    return found;
  } finally {
    await small.drop();
    await large.drop();
  }
}

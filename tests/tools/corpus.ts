/**
 * `npm run corpus -- FILE [--json] [--top N]`: how well the project's own signatures, and the tickets that its engine makes of them, group
 * a file of labelled errors. Without FILE, the recorded errors in tests/fixtures/corpus. The form of the file and the figures: tests/fixtures/corpus/README.md.
 */
import { parseArgs } from 'node:util';
import { OWN_CORPUS, readEvents } from './labelled-events.ts';
import type { LabelledEvent } from './labelled-events.ts';
import { score, views } from './score.ts';
import type { Score } from './score.ts';
import { storedSignature, ticketsOf } from './tickets-of-events.ts';

const clip = (text: string, limit = 110): string => (text.length > limit ? `${text.slice(0, limit)}…` : text);

const ROWS: readonly [string, (score: Score) => string | number][] = [
  ['events', (s) => s.events],
  ['bugs', (s) => s.bugs],
  ['signatures', (s) => s.signatures],
  ['pairwise precision', (s) => s.precision.toFixed(4)],
  ['pairwise recall', (s) => s.recall.toFixed(4)],
  ['pairwise F1', (s) => s.f1.toFixed(4)],
  ['B-cubed precision', (s) => s.b3_precision.toFixed(4)],
  ['B-cubed recall', (s) => s.b3_recall.toFixed(4)],
  ['B-cubed F1', (s) => s.b3_f1.toFixed(4)],
  ['bugs split', (s) => s.bugs_split],
  ['bugs wrongly merged', (s) => s.bugs_merged],
  ['bugs exactly right', (s) => s.bugs_exact],
  ['near-miss groups kept apart', (s) => `${s.near_miss_apart}/${s.near_miss_groups}`],
];

function table(scores: readonly [string, Score][]): string {
  const head = ' '.repeat(30) + scores.map(([name]) => name.padStart(18)).join('');
  const rows = ROWS.map(
    ([label, figure]) => label.padEnd(30) + scores.map(([, s]) => String(figure(s)).padStart(18)).join(''),
  );
  return [head, ...rows].join('\n');
}

function byType(events: readonly LabelledEvent[], keyOf: (event: LabelledEvent) => string): string {
  const types = [...new Set(events.map((event) => event.error_type))].toSorted();
  const rows = types.map((type) => {
    const some = events.filter((event) => event.error_type === type);
    const figures = [some, views(some)['without shifted']].map((list) => score(list, keyOf).f1.toFixed(4).padStart(18));
    return `  ${type} (${some.length})`.padEnd(30) + figures.join('');
  });
  return ['pairwise F1 by type'.padEnd(30) + 'all'.padStart(18) + 'without shifted'.padStart(18), ...rows].join('\n');
}

function worst(name: string, { worst_splits, worst_merges }: Score, top: number): string {
  const splits = worst_splits
    .slice(0, top)
    .flatMap(({ bug, lost, parts }) => [
      `  ${bug}  -${lost}  ${parts.map(([, count]) => count).join('+')}`,
      ...parts.slice(0, 3).map(([key, count]) => `      ${count}x ${clip(key)}`),
    ]);
  const merges = worst_merges.slice(0, top).flatMap(({ key, wrong, bugs }) => [
    `  +${wrong}  ${bugs
      .slice(0, 5)
      .map(([bug, count]) => `${bug} ${count}`)
      .join(', ')}`,
    `      ${clip(key)}`,
  ]);
  return [
    `worst splits (${name}): bug, pairs lost, parts`,
    ...splits,
    `worst merges (${name}): pairs wrong, bugs, signature`,
    ...merges,
  ].join('\n');
}

type KeyOf = (event: LabelledEvent) => string;

function scoresOf(events: readonly LabelledEvent[], keyOf: KeyOf): [string, Score][] {
  return Object.entries(views(events)).map(([name, list]): [string, Score] => [name, score(list, keyOf)]);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, top: { type: 'string', default: '10' } },
  });
  const events = readEvents(positionals[0] ?? OWN_CORPUS);
  const signatures = new Map(events.map((event) => [event, storedSignature(event)]));
  const tickets = await ticketsOf(events);
  const keyOf: KeyOf = (event) => signatures.get(event) ?? '';
  const scores = scoresOf(events, keyOf);
  const byTicket = scoresOf(events, (event) => tickets.get(event) ?? '');
  if (values.json) {
    const ticket = Object.fromEntries(byTicket);
    console.log(JSON.stringify({ ...Object.fromEntries(scores), 'by ticket': ticket }, null, 1));
    return;
  }
  const top = Number(values.top);
  console.log(`by signature\n${table(scores)}\n\n${byType(events, keyOf)}`);
  console.log(`\nby ticket, fed in order\n${table(byTicket)}`);
  for (const [name, one] of top > 0 ? scores.slice(0, 2) : []) console.log(`\n${worst(name, one, top)}`);
}

await main();

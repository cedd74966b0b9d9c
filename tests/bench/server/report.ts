import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/root.ts';
import { madeOn, table } from '../markdown.ts';
import { median } from '../pages/statistics.ts';
import type { Growth } from './growth.ts';
import type { Load, Way } from './load.ts';
import type { Cost } from './questions.ts';
import { isFullAsking, isFullSending, type Size, SMALL } from './size.ts';

const PAGE = join(ROOT, 'BENCHMARKS.md');
/** Its two halves there. */
type Half = 'sent' | 'asked';

/** All ways, one after the other. */
export interface Round extends Record<Way, Load> {
  /** Errors in a call. */
  variety: number;
  clients: number;
}

export interface Findings {
  /** None where nothing was sent. */
  loads: Round[];
  growth: Growth | null;
  /** By question; none where nothing was asked. */
  small: Record<string, Cost>;
  large: Record<string, Cost>;
  size: Size;
}

/** What the project promises. */
const PROMISED = { share: 0.8, slower: 1.5, clients: 8, variety: 10 };
/** A question that takes no longer is not slow, whatever it took in the small log: milliseconds, and pages of 8 kB. */
const INSTANT = { took: 1, buffers: 200 };

/** Shows what was found, and writes down what is the whole of it. */
export function conclude(findings: Findings): void {
  const { loads, growth, small, large, size } = findings;
  if (size.rounds > 0)
    tell(
      'sent',
      [madeOn(`medians of ${size.rounds} rounds`), loadTable(loads), ...growthText(growth)],
      isFullSending(size),
    );
  if (size.rows > 0)
    tell('asked', [madeOn('medians of fifteen times'), questionTable(large, small, size.rows)], isFullAsking(size));
  const broken = problems(findings);
  for (const problem of broken) console.error(`Not kept: ${problem}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function tell(half: Half, paragraphs: readonly string[], isFull: boolean): void {
  const text = paragraphs.join('\n\n');
  console.log(`\n${text}`);
  if (!isFull) return;
  const marked = new RegExp(`(?<=<!-- server, ${half} -->\\n)[^]*(?=<!-- /server, ${half} -->)`);
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(marked, () => `\n${text}\n\n`),
  );
}

function problems({ loads, small, large }: Findings): string[] {
  const share = shareOf(
    loads.filter((round) => isOf(round, PROMISED)),
    'insert',
  );
  return [
    ...(share < PROMISED.share ? [`${percent(share)} of the plain INSERT`] : []),
    ...Object.entries(large).flatMap(([question, cost]) => slowness(question, cost, small[question] ?? cost)),
  ];
}

function isOf(round: Round, { variety, clients }: Pick<Round, 'variety' | 'clients'>): boolean {
  return round.variety === variety && round.clients === clients;
}

/** What grows with the log although it should not. */
function slowness(question: string, large: Cost, small: Cost): string[] {
  const grows = (figure: 'took' | 'buffers') =>
    large[figure] > INSTANT[figure] && large[figure] > PROMISED.slower * small[figure];
  return [
    ...(large.scanned.length > 0 ? [`"${question}" reads ${large.scanned.join(', ')} from beginning to end`] : []),
    ...(grows('took') ? [`"${question}" takes ${large.took.toFixed(1)} ms instead of ${small.took.toFixed(1)}`] : []),
    ...(grows('buffers') ? [`"${question}" reads ${large.buffers} pages instead of ${small.buffers}`] : []),
  ];
}

/** Of the rate of INSERTs, each round compared with itself: machines are now fast and now slow. */
function shareOf(rounds: readonly Round[], way: Way): number {
  return median(rounds.map((round) => round.push.errorsPerSecond / round[way].errorsPerSecond));
}

function loadTable(loads: readonly Round[]): string {
  const firsts = loads.filter((one, index) => loads.findIndex((round) => isOf(round, one)) === index);
  return [
    '### Errors sent, 100 in a call',
    table(
      [
        'errors in a call',
        'clients',
        'pushed, errors/s',
        'inserted, errors/s',
        'share',
        'share of an INSERT that names its columns',
        'pushes/s',
        'push p50, ms',
        'push p99, ms',
      ],
      firsts.map((first) =>
        loadRow(
          first,
          loads.filter((round) => isOf(round, first)),
        ),
      ),
    ),
  ].join('\n\n');
}

function growthText(growth: Growth | null): string[] {
  if (!growth) return [];
  const { log, rest } = growth;
  return [
    '### Size',
    `A million occurrences take ${log.toFixed(0)} MB in the log, its indexes included, and ${rest.toFixed(0)} MB in all other tables.`,
  ];
}

function questionTable(large: Findings['large'], small: Findings['small'], rows: number): string {
  return [
    `### Questions to a log of ${rows.toLocaleString('en')} occurrences`,
    table(
      ['', 'ms', `of ${SMALL.toLocaleString('en')}, ms`, 'pages of 8 kB read', `of ${SMALL.toLocaleString('en')}`],
      Object.entries(large).map(([question, cost]) => questionRow(question, cost, small[question])),
    ),
  ].join('\n\n');
}

function loadRow({ variety, clients }: Round, rounds: readonly Round[]): string[] {
  const of = (figure: (round: Round) => number, digits = 0) => median(rounds.map(figure)).toFixed(digits);
  return [
    String(variety),
    String(clients),
    of(({ push }) => push.errorsPerSecond),
    of(({ insert }) => insert.errorsPerSecond),
    percent(shareOf(rounds, 'insert')),
    percent(shareOf(rounds, 'named')),
    of(({ push }) => push.callsPerSecond, 1),
    of(({ push }) => push.p50),
    of(({ push }) => push.p99),
  ];
}

function questionRow(question: string, large: Cost, small: Cost | undefined): string[] {
  return [
    question,
    large.took.toFixed(2),
    small?.took.toFixed(2) ?? '',
    large.buffers.toFixed(0),
    small?.buffers.toFixed(0) ?? '',
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/root.ts';
import { madeOn, table } from '../markdown.ts';
import { median } from '../pages/statistics.ts';

/** Mails a second, by one way after the other. */
export interface Round {
  /** Through nodemailer. */
  alone: number;
  /** Through the queue of a service without a team. */
  queue: number;
  /** Through the database of a team. */
  team: number;
}

const PAGE = join(ROOT, 'BENCHMARKS.md');
const MARKED = /(?<=<!-- mails -->\n)[^]*(?=<!-- \/mails -->)/;
/** What the project promises: the part of nodemailer's own rate. */
const PROMISED = 0.7;

/** Shows what was found and writes it down. */
export function conclude(rounds: readonly Round[], mails: number): void {
  const row = (name: string, way: keyof Round) => [name, rate(rounds, way), percent(shareOf(rounds, way))];
  const text = [
    madeOn(`${mails} mails in each turn, medians of ${rounds.length} rounds`),
    table(
      ['', 'mails/s', 'share'],
      [
        row('nodemailer alone', 'alone'),
        row('mails that a browser hands over, queued on disk', 'queue'),
        row('a team’s messages, from its database', 'team'),
      ],
    ),
  ].join('\n\n');
  console.log(`\n${text}`);
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(MARKED, () => `\n${text}\n\n`),
  );
  const broken = (['queue', 'team'] as const).filter((way) => shareOf(rounds, way) < PROMISED);
  for (const way of broken) console.error(`Not kept: ${way} ${percent(shareOf(rounds, way))} of nodemailer alone`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}

function rate(rounds: readonly Round[], way: keyof Round): string {
  return median(rounds.map((round) => round[way])).toFixed(0);
}

/** Each round compared with itself: machines are now fast and now slow. */
function shareOf(rounds: readonly Round[], way: keyof Round): number {
  return median(rounds.map((round) => round[way] / round.alone));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

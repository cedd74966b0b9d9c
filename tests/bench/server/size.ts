import { parseArgs } from 'node:util';

/** Occurrences in the log that the large one is compared with. */
export const SMALL = 50_000;

/** How much is measured. */
export interface Size {
  /** Occurrences in the log that is asked; 0 to ask nothing. */
  rows: number;
  /** How often each number of clients has its turn; 0 to send nothing. */
  rounds: number;
}

const FULL: Size = { rows: 5_000_000, rounds: 5 };

/** @throws Error when an option is no number. */
export function readSize(args: string[]): Size {
  const { values } = parseArgs({
    args,
    options: { rows: { type: 'string' }, rounds: { type: 'string' } },
  });
  return { rows: whole(values.rows) ?? FULL.rows, rounds: whole(values.rounds) ?? FULL.rounds };
}

function whole(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no number`);
  return Number(text);
}

/** Whether what was sent is worth writing down. */
export function isFullSending({ rounds }: Size): boolean {
  return rounds >= FULL.rounds;
}

/** Whether what was asked is worth writing down. */
export function isFullAsking({ rows }: Size): boolean {
  return rows >= FULL.rows;
}

import { parseArgs } from 'node:util';
import { CALL_NAMES, type Choice, EVERYTHING, FULL, QUICK, type Size, VARIANTS } from './plan.ts';

/** What the command line asks for. */
export interface Asked {
  size: Size;
  choice: Choice;
  /** The run is complete: its figures are worth writing down. */
  complete: boolean;
}

/**
 * `--quick` shows that everything works, in a minute; its figures mean nothing. `--calls failed,thrown`, `--variants bare,vigie` and
 * `--rounds 3` measure a part, while something is being made cheaper. Refuses what it does not know.
 */
export function readArguments(args: string[]): Asked {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      calls: { type: 'string' },
      variants: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { quick, calls, variants, rounds } = values;
  const narrow = calls !== undefined || variants !== undefined;
  const size = { ...(quick ? QUICK : FULL), ...(rounds !== undefined && { rounds: Number(rounds) }) };
  const choice = narrow ? { variants: named(VARIANTS, variants), calls: named(CALL_NAMES, calls), narrow } : EVERYTHING;
  return { size, choice, complete: !quick && !narrow && rounds === undefined };
}

/** Those of the known names that a list separated by commas has; all without a list. */
function named<Name extends string>(known: readonly Name[], list: string | undefined): Name[] {
  const wanted = list?.split(',') ?? known;
  const found = known.filter((name) => wanted.includes(name));
  if (found.length < wanted.length) throw new RangeError(`${list}: known are ${known.join(', ')}`);
  return found;
}

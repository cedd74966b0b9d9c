import { CommandError } from './command-error.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** The failure of a command as the console shows it. */
export function told(error: unknown, sentence: Surroundings['failureSentence'], speaker: Speaker): CommandError {
  return error instanceof CommandError
    ? error
    : new CommandError(sentence(speaker.translator(), error), { cause: error });
}

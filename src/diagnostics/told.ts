import type { send } from '../messages/client.ts';
import { CommandError } from './command-error.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

/** `send` whose failures are sentences in the reader's language; their cause is the failure with its code. */
export function tellingSend(
  { send: ask, failureSentence }: Pick<Surroundings, 'send' | 'failureSentence'>,
  speaker: Speaker,
): typeof send {
  return async (request) => {
    try {
      return await ask(request);
    } catch (error) {
      throw new CommandError(failureSentence(speaker.translator(), error), { cause: error });
    }
  };
}

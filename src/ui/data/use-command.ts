import { useState } from 'preact/hooks';
import { MessageError } from '../../messages/message-error.ts';
import type { Translator } from '../../platform/i18n.ts';
import { failureTexts } from '../../platform/texts/failures.ts';

/** Where a command stands: a change that the background was asked for. */
export type CommandState =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'done' }
  | { state: 'failed'; error: unknown };

/** Runs one command at a time and tells where it stands. */
export function useCommand(): [CommandState, (command: () => Promise<unknown>) => void] {
  const [state, setState] = useState<CommandState>({ state: 'idle' });
  const run = (command: () => Promise<unknown>) => {
    setState({ state: 'busy' });
    command().then(
      () => setState({ state: 'done' }),
      (error: unknown) => setState({ state: 'failed', error }),
    );
  };
  return [state, run];
}

/** What went wrong, as a sentence for a person. */
export function failureSentence({ t }: Translator, error: unknown): string {
  const code = error instanceof MessageError ? error.code : String(error);
  const known: Partial<Record<string, (typeof failureTexts.byCode)[keyof typeof failureTexts.byCode]>> =
    failureTexts.byCode;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  return text === undefined ? t(failureTexts.other, { code }) : t(text);
}

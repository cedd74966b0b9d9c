import { useState } from 'preact/hooks';
import { MessageError } from '../../messages/message-error.ts';
import type { Text, Translator } from '../../platform/i18n.ts';
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
  const closer = error instanceof MessageError ? textIn(DETAILS.get(code) ?? {}, error.detail) : undefined;
  const text = closer ?? textIn(failureTexts.byCode, code);
  return text === undefined ? t(failureTexts.other, { code }) : t(text);
}

const DETAILS = new Map<string, Record<string, Text>>(Object.entries(failureTexts.byDetail));

function textIn(texts: Record<string, Text>, key: string): Text | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

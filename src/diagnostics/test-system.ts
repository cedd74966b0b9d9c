import type { SystemTestStep } from '../messages/protocol.ts';
import type { Text, Translator } from '../platform/i18n.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';

const texts = consoleTexts.test;

/** Has the background lead a marked error through its whole life, and prints each step. */
export async function testSystem(ports: Surroundings & { speaker: Speaker }): Promise<SystemTestStep[]> {
  const { send, speaker } = ports;
  speaker.say(texts.start);
  const { steps } = await send({ type: 'system.test' });
  steps.forEach((step, index) => {
    const { t } = speaker.translator();
    const words = { number: index + 1, step: t(texts.byName[step.name]), detail: detailOf(step, speaker.translator()) };
    if (step.ok) speaker.say(texts.passed, words);
    else speaker.warn(texts.failed, words);
  });
  if (steps.every(({ ok }) => ok)) speaker.say(texts.allPassed);
  else speaker.warn(texts.someFailed, { command: 'await diagAutoTicket.troubleshoot()' });
  return steps;
}

function detailOf({ name, ok, detail }: SystemTestStep, { t }: Translator): string {
  if (ok) return name === 'clean-up' ? t(texts.removed, { count: Number(detail) }) : named(detail);
  const code = detail.startsWith('ignored ') ? 'ignored' : detail;
  const known: Partial<Record<string, Text>> = texts.byCode;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  return text === undefined ? t(texts.otherFailure, { code }) : t(text);
}

import * as v from 'valibot';
import { cleanText, positive, time, uuid } from '../fields.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../rows.ts';
import type { Command } from './command.ts';

/* What a command must be before anything is done. Words of people are trimmed; where they are needed, blanks are none. */

const LONG = 20_000;
const SHORT = 320;

function words(limit: number) {
  return v.pipe(v.string(), v.maxLength(limit), v.transform(cleanText), v.trim());
}

function needed(limit: number) {
  return v.pipe(words(limit), v.minLength(1));
}

const note = v.exactOptional(words(LONG));

const COMMAND: v.GenericSchema<unknown, Command> = v.variant('op', [
  v.strictObject({ op: v.literal('status'), to: v.picklist(TICKET_STATUSES), note }),
  v.strictObject({ op: v.literal('close'), resolution: words(LONG) }),
  v.strictObject({ op: v.literal('assign'), to: v.nullable(needed(SHORT)), note }),
  v.strictObject({ op: v.literal('comment'), text: needed(LONG) }),
  v.strictObject({ op: v.literal('history'), action: needed(100), description: words(LONG) }),
  v.strictObject({ op: v.literal('priority'), to: v.picklist(TICKET_PRIORITIES) }),
  v.strictObject({ op: v.literal('category'), to: needed(100) }),
  v.strictObject({ op: v.literal('resolve'), note, release: v.exactOptional(words(SHORT)) }),
  v.strictObject({
    op: v.literal('snooze'),
    until: v.exactOptional(time),
    occurrences: v.exactOptional(positive),
    clients: v.exactOptional(positive),
  }),
  v.strictObject({ op: v.literal('unsnooze') }),
  v.strictObject({ op: v.literal('merge'), into: uuid }),
  v.strictObject({ op: v.literal('unmerge') }),
  v.strictObject({ op: v.literal('split'), signature: v.pipe(v.string(), v.minLength(1), v.maxLength(LONG)) }),
  v.strictObject({ op: v.literal('notify'), message: needed(LONG) }),
  v.strictObject({ op: v.literal('resend'), notification: uuid }),
]);

/** The command, or what is wrong with it, in English and without its texts. Never throws. */
export function parseCommand(value: unknown): { command: Command } | { reason: string } {
  const result = v.safeParse(COMMAND, value, { abortEarly: true });
  if (result.success) return { command: result.output };
  const [issue] = result.issues;
  return { reason: `${v.getDotPath(issue) ?? 'command'}: ${issue.type}` };
}

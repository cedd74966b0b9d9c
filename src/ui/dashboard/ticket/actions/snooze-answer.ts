import type { Command } from '../../../../core/commands/command.ts';

export type SnoozeKind = 'date' | 'occurrences' | 'clients';

/** The fields as typed. */
export interface SnoozeAnswer {
  kind: SnoozeKind;
  /** Of a `datetime-local` field. */
  until: string;
  count: string;
}

type Snooze = Extract<Command, { op: 'snooze' }>;

/** The command that the fields amount to, or what is wrong with them. @param now milliseconds since 1970. */
export function snoozeCommand(answer: SnoozeAnswer, now: number): { command: Snooze } | { problem: 'past' | 'number' } {
  if (answer.kind === 'date') {
    const until = new Date(answer.until);
    if (!(until.getTime() > now)) return { problem: 'past' };
    return { command: { op: 'snooze', until: until.toISOString() } };
  }
  const count = Number(answer.count);
  if (!Number.isSafeInteger(count) || count < 1) return { problem: 'number' };
  return { command: { op: 'snooze', [answer.kind]: count } };
}

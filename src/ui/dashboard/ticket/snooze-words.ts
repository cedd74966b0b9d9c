import type { Snooze } from '../../../core/rows.ts';
import type { Translator } from '../../../platform/i18n.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';

/** What the ticket's errors have come to: occurrences and clients, over all its signatures. */
export interface Totals {
  occurrences: number;
  clients: number;
}

function come(total: number, from: number): number {
  return Math.max(0, total - from);
}

/** What ends the snooze, and how far it has come: one sentence per condition. */
export function snoozeWords(snooze: Snooze, totals: Totals, { t, dateTime }: Translator): string[] {
  const texts = ticketTexts.page;
  const { until, occurrences, clients, from_occurrences: fromOccurrences, from_clients: fromClients } = snooze;
  return [
    ...(until === undefined ? [] : [t(texts.snoozeUntil, { time: dateTime(until) })]),
    ...(occurrences === undefined
      ? []
      : [t(texts.snoozeOccurrences, { count: occurrences, done: come(totals.occurrences, fromOccurrences) })]),
    ...(clients === undefined
      ? []
      : [t(texts.snoozeClients, { count: clients, done: come(totals.clients, fromClients) })]),
  ];
}

import { newAlias } from './alias.ts';
import { changes, type CommandChanges } from './commands/changes.ts';
import type { GroupRow } from './group.ts';
import { groupTicket } from './group-ticket.ts';
import { systemHistory } from './history.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';
import { watchedAnew } from './settle.ts';
import type { Settings } from './settings.ts';
import type { SightingRow, SignatureStateRow } from './signature-rows.ts';
import { newsOfCreation } from './ticket-news.ts';
import { automaticTicketId } from './ticket.ts';

/** An error that was only counted until now. */
export interface CountedError {
  group: GroupRow;
  /** Its earliest occurrence; null when none is kept. */
  evidence: ErrorLogRow | null;
  sightings: readonly SightingRow[];
  /** What people decided about it. */
  decided: SignatureStateRow | null;
}

/** Whether its counts reach the threshold, which may have been lowered; not when people have decided otherwise. */
export function isDueNow(
  { group, decided }: Pick<CountedError, 'group' | 'decided'>,
  { threshold }: Settings['tickets'],
): boolean {
  const due = group.ticketing && group.ticket_id === null && group.count >= threshold;
  return due && !group.resolved && decided?.ignored !== true;
}

/** Its automatic ticket. It is watched from now on, whenever the error was seen, and tells only those who saw it lately. */
export function countedTicket(error: CountedError, rules: Settings['tickets'], now: string): CommandChanges {
  return creation(error, watchedAnew(ownTicket(error, rules, now), rules.monitoringDuration, now), now);
}

/** The same of an error that waited for a sweep to tell whether it is an old one: as if it had not waited. */
export function awaitedTicket(error: CountedError, rules: Settings['tickets'], now: string): CommandChanges {
  return creation(error, ownTicket(error, rules, now), now);
}

function ownTicket({ group, evidence }: CountedError, rules: Settings['tickets'], now: string): TicketRow {
  return groupTicket(automaticTicketId(group.project, group.signature), group, evidence, rules, now);
}

function creation({ group, sightings }: CountedError, ticket: TicketRow, now: string): CommandChanges {
  const { project, signature } = group;
  const linked = sightings.flatMap(({ client_id, client_email }) =>
    client_id === null ? [] : [systemHistory(ticket, 'client_linked', client_id, client_email ?? client_id, now)],
  );
  return changes({
    tickets: [ticket],
    aliases: [newAlias(project, signature, ticket.id, now)],
    history: [systemHistory(ticket, 'created', '1', signature, now), ...linked],
    news: newsOfCreation(ticket, sightings),
  }).changes;
}

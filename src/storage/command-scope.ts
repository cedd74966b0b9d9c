import { aliasToSplit } from '../core/commands/split.ts';
import type { CommandScope, TicketScope } from '../core/commands/changes.ts';
import type { Command } from '../core/commands/command.ts';
import type { TicketRow } from '../core/rows.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { automaticTicketId } from '../core/ticket.ts';
import type { VigieDatabase } from './database.ts';
import { partsOf, survivorOf } from './merged-tickets.ts';
import { clientsOf } from './queries.ts';
import { notificationsOf } from './ticket-queries.ts';

/** Reads what a command works on. Call inside the transaction that carries it out. */
export async function loadCommandScope(db: VigieDatabase, ticket: TicketRow, command: Command): Promise<CommandScope> {
  const [scope, other] = await Promise.all([ticketScope(db, ticket), otherTicket(db, ticket, command)]);
  const rest = command.op === 'split' ? await splitScope(db, scope, command.signature) : { own: null, evidence: null };
  const parted = command.op === 'unmerge' ? ticket : rest.own;
  const told = command.op === 'resend' ? await notificationsOf(db, ticket.id) : [];
  return { ...scope, other, ...rest, parts: parted ? await partsOf(db, parted.id) : [], told };
}

/** A ticket with what is stored about its signatures. */
export async function ticketScope(db: VigieDatabase, ticket: TicketRow): Promise<TicketScope> {
  const aliases = await db.cm_signature_aliases.where('ticket_id').equals(ticket.id).toArray();
  const [states, groups, clients] = await Promise.all([
    db.cm_signature_states.bulkGet(aliases.map(({ project, signature }) => signatureStateId(project, signature))),
    db.groups.bulkGet(aliases.map(({ project, signature }) => [project, signature])),
    clientsOf(db, ticket.id),
  ]);
  return {
    ticket,
    aliases,
    states: states.filter((state) => state !== undefined),
    groups: groups.filter((group) => group !== undefined),
    clients: clients.filter(({ client_id }) => client_id !== null),
  };
}

async function otherTicket(db: VigieDatabase, ticket: TicketRow, command: Command): Promise<TicketScope | null> {
  const id = command.op === 'merge' ? command.into : command.op === 'unmerge' ? ticket.metadata.merged_into : undefined;
  const other = id === undefined ? null : await survivorOf(db, id);
  return other ? ticketScope(db, other) : null;
}

async function splitScope(
  db: VigieDatabase,
  scope: TicketScope,
  signature: string,
): Promise<Pick<CommandScope, 'own' | 'evidence'>> {
  const alias = aliasToSplit(scope, signature);
  if (!alias) return { own: null, evidence: null };
  const group = scope.groups.find((one) => one.project === alias.project && one.signature === signature);
  const [own, evidence] = await Promise.all([
    db.cm_support_tickets.get(automaticTicketId(alias.project, signature)),
    db.cm_error_logs.get(group?.first_error_id ?? ''),
  ]);
  return { own: own ?? null, evidence: evidence ?? null };
}

import { aliasToSplit } from '../core/commands/split.ts';
import type { CommandScope, TicketScope } from '../core/commands/changes.ts';
import type { Command } from '../core/commands/command.ts';
import type { TicketRow } from '../core/rows.ts';
import { signatureStateId } from '../core/signature-state.ts';
import { automaticTicketId } from '../core/ticket.ts';
import type { VigieDatabase } from './database.ts';
import { clientsOf } from './queries.ts';

/** Reads what a command works on. Call inside the transaction that carries it out. */
export async function loadCommandScope(db: VigieDatabase, ticket: TicketRow, command: Command): Promise<CommandScope> {
  const [scope, other] = await Promise.all([ticketScope(db, ticket), otherTicket(db, ticket, command)]);
  const rest = command.op === 'split' ? await splitScope(db, scope, command.signature) : { own: null, evidence: null };
  const parted = command.op === 'unmerge' ? ticket : rest.own;
  return { ...scope, other, ...rest, parts: parted ? await partsOf(db, parted.id) : [] };
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

/** The ticket that one leads to, through all its merges; null when it is not here. */
export async function survivorOf(db: VigieDatabase, id: string): Promise<TicketRow | null> {
  const seen = new Set<string>();
  let at: string | undefined = id;
  for (;;) {
    const ticket: TicketRow | undefined = await db.cm_support_tickets.get(at);
    if (!ticket) return null;
    at = ticket.metadata.merged_into;
    // Rows that were imported may lead in a circle: then none of them is the end, and any will do.
    if (at === undefined || seen.has(ticket.id)) return ticket;
    seen.add(ticket.id);
  }
}

async function partsOf(db: VigieDatabase, id: string): Promise<string[]> {
  const parts = new Set<string>();
  let layer = [id];
  while (layer.length > 0) {
    const found = await db.cm_support_tickets.where('metadata.merged_into').anyOf(layer).primaryKeys();
    layer = found.filter((part) => part !== id && !parts.has(part));
    for (const part of layer) parts.add(part);
  }
  return [...parts];
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

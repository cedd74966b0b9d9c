import { aliasId } from '../core/alias.ts';
import { countedTicket, type CountedError } from '../core/counted-ticket.ts';
import type { GroupRow } from '../core/group.ts';
import type { TicketRow } from '../core/rows.ts';
import type { Settings } from '../core/settings.ts';
import { signatureStateId } from '../core/signature-state.ts';
import type { VigieDatabase } from './database.ts';
import { survivorOf } from './merged-tickets.ts';
import { changedTables, saveChanges } from './save-changes.ts';

/** What is stored about an error that was only counted until now. */
export async function countedError(db: VigieDatabase, group: GroupRow): Promise<CountedError> {
  const { project, signature, first_error_id } = group;
  const [evidence, sightings, decided] = await Promise.all([
    db.cm_error_logs.get(first_error_id),
    db.cm_error_sightings.where('[project+signature]').equals([project, signature]).toArray(),
    db.cm_signature_states.get(signatureStateId(project, signature)),
  ]);
  return { group, evidence: evidence ?? null, sightings, decided: decided ?? null };
}

/** The ticket of a stored error's signature; an automatic one is made when it has none, due or not. Undefined: no such error. */
export async function ticketOfError(
  db: VigieDatabase,
  errorId: string,
  tickets: Settings['tickets'],
  now: string,
): Promise<{ ticket: TicketRow; created: boolean } | undefined> {
  return db.transaction('rw', changedTables(db), async () => {
    const row = await db.cm_error_logs.get(errorId);
    const group = row && (await db.groups.get([row.metadata.project, row.metadata.signature]));
    if (!group) return undefined;
    const alias = await db.cm_signature_aliases.get(aliasId(group.project, group.signature));
    const existing = alias && (await survivorOf(db, alias.ticket_id));
    if (existing) return { ticket: existing, created: false };
    const changes = countedTicket(await countedError(db, group), tickets, now);
    await saveChanges(db, changes, now);
    const [ticket] = changes.tickets;
    return ticket && { ticket, created: true };
  });
}

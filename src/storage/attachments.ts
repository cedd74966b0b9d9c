import type { AttachmentRow, Picture } from '../core/attachment.ts';
import type { VigieDatabase } from './database.ts';

/** Pictures of a ticket, oldest first. */
export function attachmentsOf(db: VigieDatabase, ticket: string): Promise<AttachmentRow[]> {
  return db.cm_attachments.where('ticket_id').equals(ticket).sortBy('created_at');
}

/** Adds a picture to a ticket, once for each id. Answers whether there is such a ticket. `now` is ISO 8601. */
export function addAttachment(
  db: VigieDatabase,
  { id, ticket, picture }: { id: string; ticket: string; picture: Picture },
  now: string,
): Promise<boolean> {
  return db.transaction('rw', db.cm_attachments, db.cm_support_tickets, async () => {
    if (!(await db.cm_support_tickets.get(ticket))) return false;
    const known = await db.cm_attachments.get(id);
    if (!known) await db.cm_attachments.add({ id, ticket_id: ticket, ...picture, created_at: now });
    return true;
  });
}

export async function removeAttachment(db: VigieDatabase, id: string): Promise<void> {
  await db.cm_attachments.delete(id);
}

import * as v from 'valibot';
import type { GroupRow } from '../core/group.ts';
import { isUuid } from '../core/ids.ts';
import type { ErrorLogRow, TicketRow } from '../core/rows.ts';
import { errorSignature } from '../core/signature/plain-error.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { findTicket, groupsSigned } from '../storage/guide-queries.ts';
import { groupOf, occurrence } from '../storage/queries.ts';
import { named } from './sentences.ts';
import type { Speaker } from './speaker.ts';

/* From what people type to the rows that it means. */

/** @throws CommandError when there is no such ticket. */
export async function ticketNamed(db: VigieDatabase, speaker: Speaker, given: unknown): Promise<TicketRow> {
  const found = typeof given === 'string' ? await findTicket(db, given) : undefined;
  if (!found) throw speaker.refusal(consoleTexts.refused.noTicket, { id: named(given) });
  return found;
}

const WITH_ID = v.object({ id: v.string() });

/** Objects that cannot be made a text name nothing. */
function textOf(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** The stored occurrence that an id or a row names. */
export async function storedError(db: VigieDatabase, given: unknown): Promise<ErrorLogRow | undefined> {
  const row = v.safeParse(WITH_ID, given);
  const id = (row.success ? row.output.id : textOf(given)).trim().toLowerCase();
  return isUuid(id) ? occurrence(db, id) : undefined;
}

/** What is counted of an error: by its id or row, else by the signature that it would get, seen last where several projects have it. */
export async function groupOfError(db: VigieDatabase, given: unknown): Promise<GroupRow | undefined> {
  const row = await storedError(db, given);
  if (row) return groupOf(db, row.metadata.project, row.metadata.signature);
  const groups = await groupsSigned(db, errorSignature(given));
  return groups.toSorted((a, b) => (a.last_seen < b.last_seen ? 1 : -1))[0];
}

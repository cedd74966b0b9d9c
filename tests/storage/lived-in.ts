import type { ErrorLogRow, NotificationTemplateRow } from '../../src/core/rows.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { countTicket, readCounters, writeCounters } from '../../src/storage/counters.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { changeSite } from '../../src/storage/sites.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { ago, context, HOUR, occurrence, uuid } from '../core/samples.ts';
import { captured, freshDatabase, numbers } from './support.ts';

export const PROJECTS = [1, 2].map((number) => uuid(500 + number));

/** Of the n-th of many different things that happen: two projects, seven errors each, three clients, some that make no ticket. */
export function nth(number: number): ErrorLogRow {
  const error = number % 7;
  const client = number % 4;
  return occurrence(number, {
    message: `error ${error}`,
    error_type: error === 0 ? 'console_warn' : 'js_error',
    timestamp: ago((100 - (number % 90)) * HOUR),
    metadata: {
      project: PROJECTS[number % 2]!,
      url: `https://shop-${number % 2}.example/`,
      count: 1 + (number % 3),
      client_id: client === 0 ? null : uuid(900 + client),
      client_email: client === 0 ? null : `${client}@example.com`,
    },
  });
}

const TEMPLATE: NotificationTemplateRow = {
  id: 'error-detected/client/fr',
  name: 'error-detected',
  audience: 'client',
  language: 'fr',
  subject: 'Ticket {{number}}',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  updated_at: ago(HOUR),
};

/** A database in which a good deal has happened. */
export async function livedIn(count = 120): Promise<VigieDatabase> {
  const db = freshDatabase();
  const items = numbers(count).map((number) => captured(nth(number), number % 3));
  for (let start = 0; start < items.length; start += 25) {
    await applyOccurrences(db, items.slice(start, start + 25), context({ threshold: 4 }));
  }
  await closeOneTicket(db);
  await db.cm_notification_templates.add(TEMPLATE);
  await saveSetting(db, 'language', 'fr', ago(HOUR));
  await saveSetting(db, 'identity', { client_id: '', client_email: 'qa@example.com' }, ago(HOUR));
  await changeSite(db, PROJECTS[0]!, { name: 'Shop', enabled: false }, ago(HOUR));
  await addPaperwork(db);
  return db;
}

/** As closing one will do it: ticket and counters together. */
async function closeOneTicket(db: VigieDatabase): Promise<void> {
  await db.transaction('rw', db.cm_support_tickets, db.meta, async () => {
    const [ticket] = await db.cm_support_tickets.orderBy('id').limit(1).toArray();
    if (!ticket) return;
    await db.cm_support_tickets.put({ ...ticket, statut: 'ferme', closed_at: ago(1), updated_at: ago(1) });
    const counters = await readCounters(db);
    countTicket(counters, ticket.statut, 'ferme');
    await writeCounters(db, counters);
  });
}

async function addPaperwork(db: VigieDatabase): Promise<void> {
  await db.cm_error_corrections.add({
    id: uuid(700),
    error_id: uuid(1),
    file_path: 'js/cart.js',
    old_code: 'a',
    new_code: 'b',
    description: 'why',
    applied_by: 'qa@example.com',
    applied_at: ago(HOUR),
    test_status: 'passed',
    test_results: { runs: [1, 2] },
  });
  await db.cm_attachments.add({
    id: uuid(703),
    ticket_id: uuid(702),
    type: 'image/webp',
    width: 640,
    height: 480,
    data: 'UklGRg==',
    created_at: ago(HOUR),
  });
  await db.cm_notifications.add({
    id: uuid(701),
    ticket_id: uuid(702),
    event: 'created',
    episode: 1,
    recipient: 'a@example.com',
    status: 'sent',
    created_at: ago(HOUR),
    updated_at: ago(HOUR),
  });
}

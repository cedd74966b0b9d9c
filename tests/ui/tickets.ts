import type { TicketRow } from '../../src/core/rows.ts';
import { NOW, PROJECT, uuid } from '../core/samples.ts';

/** A ticket as an error makes it, with some things otherwise. */
export function ticketRow(changes: Partial<TicketRow> = {}): TicketRow {
  const { metadata, ...row } = changes;
  return {
    id: uuid(700),
    client_id: null,
    client_email: null,
    sujet: 'total is not a function (cart.js:12)',
    description: '',
    priorite: 'haute',
    statut: 'ouvert',
    categorie: 'javascript',
    created_at: NOW,
    updated_at: NOW,
    error_signature: null,
    error_id: null,
    source: 'auto_detection',
    resolution: null,
    closed_at: null,
    ...row,
    metadata: {
      project: PROJECT,
      number: 'V-TEST01',
      error_type: 'js_error',
      first_seen: NOW,
      last_seen: NOW,
      monitoring_until: null,
      episode: 1,
      ...metadata,
    },
  };
}

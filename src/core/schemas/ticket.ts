import * as v from 'valibot';
import type { CommandRow } from '../commands/command.ts';
import { json, natural, nonEmpty, optionalText, optionalUuid, positive, text, time, uuid } from '../fields.ts';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type CorrectionRow,
  type HistoryRow,
  type NotificationRow,
  type TicketRow,
} from '../rows.ts';
import { errorType } from './occurrence.ts';

/** Fields of the metadata that this version does not know are kept; others are dropped. */

const closer = v.picklist(['system', 'person']);

const snooze = v.object({
  since: time,
  until: v.exactOptional(time),
  occurrences: v.exactOptional(positive),
  clients: v.exactOptional(positive),
  from_occurrences: natural,
  from_clients: natural,
});

const beforeMerge = v.object({
  statut: v.picklist(TICKET_STATUSES),
  closed_at: v.nullable(time),
  closed_by: v.exactOptional(closer),
  watched: v.boolean(),
});

export const ticket: v.GenericSchema<unknown, TicketRow> = v.object({
  id: uuid,
  client_id: optionalUuid,
  client_email: optionalText,
  sujet: text,
  description: text,
  priorite: v.picklist(TICKET_PRIORITIES),
  statut: v.picklist(TICKET_STATUSES),
  categorie: text,
  created_at: time,
  updated_at: time,
  error_signature: optionalText,
  error_id: optionalUuid,
  source: v.picklist(['auto_detection', 'manual']),
  resolution: optionalText,
  closed_at: v.nullable(time),
  metadata: v.objectWithRest(
    {
      project: optionalUuid,
      number: nonEmpty,
      error_type: v.nullable(errorType),
      first_seen: v.nullable(time),
      last_seen: v.nullable(time),
      monitoring_until: v.nullable(time),
      watched_from: v.exactOptional(time),
      awaiting_visit: v.exactOptional(v.literal(true)),
      episode: positive,
      reopened_after: v.exactOptional(time),
      assigned_to: v.exactOptional(nonEmpty),
      resolved_at: v.exactOptional(time),
      resolved_in: v.exactOptional(nonEmpty),
      closed_by: v.exactOptional(closer),
      snooze: v.exactOptional(snooze),
      merged_into: v.exactOptional(uuid),
      before_merge: v.exactOptional(beforeMerge),
      unmerged_at: v.exactOptional(time),
    },
    json,
  ),
});

export const history: v.GenericSchema<unknown, HistoryRow> = v.object({
  id: uuid,
  ticket_id: uuid,
  action: nonEmpty,
  description: text,
  created_by: text,
  created_at: time,
});

export const correction: v.GenericSchema<unknown, CorrectionRow> = v.object({
  id: uuid,
  error_id: optionalUuid,
  file_path: text,
  old_code: text,
  new_code: text,
  description: text,
  applied_by: text,
  applied_at: time,
  test_status: text,
  test_results: json,
});

export const notification: v.GenericSchema<unknown, NotificationRow> = v.object({
  id: uuid,
  ticket_id: uuid,
  event: nonEmpty,
  episode: positive,
  recipient: text,
  status: v.picklist(['due', 'held', 'queued', 'sent', 'failed', 'skipped']),
  message: v.exactOptional(text),
  reason: v.exactOptional(text),
  created_at: time,
  updated_at: time,
});

export const command: v.GenericSchema<unknown, CommandRow> = v.object({
  id: uuid,
  ticket_id: optionalUuid,
  operation: nonEmpty,
  arguments: v.pipe(json, v.record(v.string(), v.unknown())),
  expected_status: v.nullable(v.picklist(TICKET_STATUSES)),
  author: text,
  created_at: time,
});

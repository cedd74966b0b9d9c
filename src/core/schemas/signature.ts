import * as v from 'valibot';
import { natural, nonEmpty, optionalText, optionalUuid, positive, time, uuid } from '../fields.ts';
import type { AliasRow, SightingRow, SignatureStateRow, VisitRow } from '../signature-rows.ts';

export const sighting: v.GenericSchema<unknown, SightingRow> = v.object({
  id: uuid,
  install: uuid,
  epoch: natural,
  project: uuid,
  signature: nonEmpty,
  client_id: optionalUuid,
  client_email: optionalText,
  count: positive,
  first_seen: time,
  last_seen: time,
});

const reason = v.picklist(['creation', 'merge', 'split', 'algorithm', 'redeploy']);

/** Rows of the first kind of backup say neither where they led before nor when they changed: they never did. */
export const alias: v.GenericSchema<unknown, AliasRow> = v.pipe(
  v.object({
    id: uuid,
    project: uuid,
    signature: nonEmpty,
    ticket_id: uuid,
    previous_ticket_id: v.optional(optionalUuid, null),
    reason,
    before_merge: v.exactOptional(v.object({ reason, previous_ticket_id: optionalUuid })),
    created_at: time,
    updated_at: v.optional(time),
  }),
  v.transform(({ updated_at, ...row }) => ({ ...row, updated_at: updated_at ?? row.created_at })),
);

export const signatureState: v.GenericSchema<unknown, SignatureStateRow> = v.object({
  id: uuid,
  project: uuid,
  signature: nonEmpty,
  resolved: v.boolean(),
  resolved_at: v.nullable(time),
  resolved_in: optionalText,
  ignored: v.boolean(),
  updated_at: time,
});

export const visit: v.GenericSchema<unknown, VisitRow> = v.object({
  id: uuid,
  install: uuid,
  project: uuid,
  page: nonEmpty,
  day: v.pipe(v.string(), v.isoDate()),
  client_id: optionalUuid,
  count: positive,
  first_at: time,
  last_at: time,
});

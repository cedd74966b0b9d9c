import * as v from 'valibot';
import { LIST_LIMIT, nonEmpty, text, time, uuid } from './fields.ts';
import type { SiteRow } from './rows.ts';
import { accountRule, environment, quietStatuses, releaseRule } from './site-rules.ts';

/** A row of `cm_sites` before it is stored, whoever it comes from. */
export const siteSchema: v.GenericSchema<unknown, SiteRow> = v.object({
  id: uuid,
  name: text,
  patterns: v.pipe(v.array(nonEmpty), v.maxLength(LIST_LIMIT)),
  enabled: v.boolean(),
  network: v.exactOptional(v.boolean()),
  unobtrusive: v.exactOptional(v.boolean()),
  paused_until: v.exactOptional(v.nullable(time)),
  paused_at: v.exactOptional(time),
  removed: v.exactOptional(v.boolean()),
  environment: v.exactOptional(environment),
  quiet_statuses: v.exactOptional(quietStatuses),
  account: v.exactOptional(accountRule),
  release: v.exactOptional(releaseRule),
  created_at: time,
  updated_at: time,
});

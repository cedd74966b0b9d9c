import * as v from 'valibot';
import { CONSENT_SCOPES } from '../core/consent.ts';
import { SITE_CHANGE } from '../core/site-change.ts';
import { readPattern } from '../core/site-patterns.ts';
import { accountReading, releaseRule } from '../core/site-rules.ts';
import { ERROR_TYPES } from '../core/rows.ts';
import { TEMPLATE_FIELDS } from '../core/schemas/template.ts';
import type { PlainError } from '../core/signature/plain-error.ts';
import { LIMITS } from '../relay/wire.ts';
import type { MessageName, RequestOf } from './protocol.ts';
import { TEAM_REQUESTS } from './team-requests.ts';
import { COMMAND_REQUEST, TICKET_REQUESTS, type ReceivedCommand } from './ticket-requests.ts';

/** A batch as it arrives: its shell is checked, its records are not yet, so that a bad one does not condemn the others. */
export interface ReceivedBatch {
  type: 'capture.batch';
  wire: number;
  records: unknown[];
  title: string;
  dropped: number;
  /** Not read yet, like the records. */
  crumbs: unknown[];
}

/** A request as a handler gets it. */
export type ReceivedRequest<N extends MessageName> = N extends 'capture.batch'
  ? ReceivedBatch
  : N extends 'ticket.command'
    ? ReceivedCommand
    : RequestOf<N>;

/** Largest message from an own page, in UTF-16 units of its JSON: an import is cut into parts that stay below. Chromium carries 64 MB. */
export const OWN_MESSAGE_LIMIT = 32_000_000;

/** What a batch has around its records, whose size a relay measures without it: its breadcrumbs, mostly, each letter an escape at worst. */
const ENVELOPE = 4_096 + LIMITS.crumbs * (100 + 6 * LIMITS.crumb);

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const wire = natural;

const toldError: v.GenericSchema<unknown, PlainError> = v.strictObject({
  error_type: v.picklist(ERROR_TYPES),
  message: v.string(),
  name: v.string(),
  source: v.string(),
  line: v.number(),
  column: v.number(),
  stack: v.string(),
  url: v.string(),
});

/**
 * Shapes of all requests. What comes from pages falls back where nothing depends on the value, since a relay of another version must
 * still be answered; what comes from own pages is taken literally.
 */
const REQUESTS: { [N in MessageName]: v.GenericSchema<unknown, ReceivedRequest<N>> } = {
  'capture.batch': v.object({
    type: v.literal('capture.batch'),
    wire,
    records: v.pipe(v.array(v.unknown()), v.maxLength(LIMITS.batch)),
    title: v.fallback(v.string(), ''),
    dropped: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
    crumbs: v.fallback(v.pipe(v.array(v.unknown()), v.maxLength(LIMITS.crumbs)), []),
  }),
  'capture.page': v.object({ type: v.literal('capture.page'), wire }),
  'consent.set': v.strictObject({
    type: v.literal('consent.set'),
    scope: v.picklist(CONSENT_SCOPES),
    agreed: v.boolean(),
  }),
  'data.import': v.object({
    type: v.literal('data.import'),
    tables: v.record(v.string(), v.array(v.unknown())),
    last: v.boolean(),
  }),
  'data.erase': v.strictObject({ type: v.literal('data.erase') }),
  'mail.test': v.object({
    type: v.literal('mail.test'),
    to: v.pipe(v.string(), v.trim(), v.maxLength(254), v.email()),
    subject: v.pipe(v.string(), v.maxLength(300)),
    text: v.pipe(v.string(), v.maxLength(50_000)),
    html: v.exactOptional(v.pipe(v.string(), v.maxLength(400_000))),
  }),
  'template.save': v.strictObject({ type: v.literal('template.save'), ...TEMPLATE_FIELDS }),
  'template.restore': v.strictObject({
    type: v.literal('template.restore'),
    id: v.pipe(v.string(), v.maxLength(200)),
  }),
  'mail.allow': v.strictObject({
    type: v.literal('mail.allow'),
    id: v.pipe(v.string(), v.uuid()),
    to: v.pipe(v.string(), v.maxLength(320)),
  }),
  'mail.health': v.object({ type: v.literal('mail.health') }),
  'masking.preview': v.object({
    type: v.literal('masking.preview'),
    settings: v.unknown(),
    text: v.pipe(v.string(), v.maxLength(20_000)),
  }),
  'ignore.preview': v.object({ type: v.literal('ignore.preview'), rule: v.unknown() }),
  'system.status': v.object({ type: v.literal('system.status') }),
  'system.error': v.object({ type: v.literal('system.error'), id: v.string(), error: toldError }),
  'system.ticket': v.object({ type: v.literal('system.ticket'), error: v.string() }),
  'system.reinit': v.object({ type: v.literal('system.reinit') }),
  'system.test': v.object({ type: v.literal('system.test') }),
  'monitoring.sweep': v.object({ type: v.literal('monitoring.sweep') }),
  'monitoring.resume': v.object({ type: v.literal('monitoring.resume') }),
  'settings.save': v.object({ type: v.literal('settings.save'), key: v.string(), value: v.unknown() }),
  'site.add': v.strictObject({
    type: v.literal('site.add'),
    pattern: v.pipe(
      v.string(),
      v.check((text) => 'pattern' in readPattern(text), 'No address of a site'),
    ),
  }),
  'site.test-account': v.strictObject({
    type: v.literal('site.test-account'),
    id: v.string(),
    tab: natural,
    account: accountReading,
  }),
  'site.test-release': v.strictObject({
    type: v.literal('site.test-release'),
    id: v.string(),
    tab: natural,
    release: releaseRule,
  }),
  'ticket.command': COMMAND_REQUEST,
  ...TICKET_REQUESTS,
  ...TEAM_REQUESTS,
  'site.update': v.strictObject({ type: v.literal('site.update'), id: v.string(), ...SITE_CHANGE }),
};

/** The largest request of this name, in UTF-16 units of its JSON. */
export function requestLimit(name: MessageName): number {
  return name.startsWith('capture.') ? LIMITS.batchBytes + ENVELOPE : OWN_MESSAGE_LIMIT;
}

/** The message's name if it is one of ours. */
export function messageName(message: unknown): MessageName | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  const { type } = message;
  return typeof type === 'string' && isMessageName(type) ? type : null;
}

function isMessageName(text: string): text is MessageName {
  return Object.hasOwn(REQUESTS, text);
}

/** The request, or the reason why it is none. */
export function parseRequest<N extends MessageName>(
  name: N,
  message: unknown,
): { request: ReceivedRequest<N> } | { reason: string } {
  const schema: v.GenericSchema<unknown, ReceivedRequest<N>> = REQUESTS[name];
  const result = v.safeParse(schema, message, { abortEarly: true });
  if (result.success) return { request: result.output };
  const [issue] = result.issues;
  return { reason: `${v.getDotPath(issue) ?? name}: ${issue.message}`.slice(0, 300) };
}

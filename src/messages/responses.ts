import * as v from 'valibot';
import { correction, ticket } from '../core/schemas/ticket.ts';
import { TEAM_RESPONSES } from './team-requests.ts';
import type { MessageFailure, MessageName, ResponseOf } from './protocol.ts';

const tally = v.pipe(v.number(), v.integer(), v.minValue(0));

const ruleTested = v.object({ value: v.nullable(v.string()), refused: v.nullable(v.string()) });

const mailHealth = v.variant('state', [
  v.object({ state: v.literal('silent') }),
  v.object({
    state: v.picklist(['sends', 'fails']),
    code: v.string(),
    detail: v.string(),
    queue: v.object({ waiting: tally, sent: tally, failed: tally }),
  }),
]);

/** Shapes of all answers: a page that outlived an update may be talking to a background of another version. */
const RESPONSES: { [N in MessageName]: v.GenericSchema<unknown, ResponseOf<N>> } = {
  'capture.batch': v.object({ done: v.array(v.string()) }),
  'capture.page': v.null(),
  'consent.set': v.null(),
  'data.import': v.object({
    added: tally,
    updated: tally,
    kept: tally,
    refused: v.array(v.object({ table: v.string(), id: v.string(), reason: v.string() })),
  }),
  'mail.test': v.null(),
  'mail.allow': v.null(),
  'template.save': v.null(),
  'template.restore': v.null(),
  'data.erase': v.null(),
  'mail.health': mailHealth,
  'masking.preview': v.object({
    text: v.string(),
    problems: v.array(v.object({ rule: tally, problem: v.string() })),
  }),
  'ignore.preview': v.object({
    problem: v.nullable(v.string()),
    looked: tally,
    errors: tally,
    occurrences: tally,
    examples: v.array(v.object({ project: v.string(), signature: v.string(), message: v.string(), count: tally })),
  }),
  'monitoring.sweep': v.object({ closed: v.array(v.string()), woken: v.array(v.string()) }),
  'monitoring.resume': v.object({ active: tally }),
  'settings.save': v.null(),
  'system.status': v.null(),
  'system.error': v.object({ ticket: v.nullable(ticket), ignored_by: v.nullable(v.string()) }),
  'system.ticket': v.object({ ticket, created: v.boolean() }),
  'system.reinit': v.null(),
  'system.test': v.object({
    steps: v.array(
      v.object({
        name: v.picklist(['error', 'ticket', 'recurrence', 'closing', 'clean-up']),
        ok: v.boolean(),
        detail: v.string(),
      }),
    ),
  }),
  'site.add': v.object({ id: v.string(), isNew: v.boolean() }),
  'site.test-account': ruleTested,
  'site.test-release': ruleTested,
  'site.update': v.null(),
  'ticket.command': v.object({ ticket }),
  'ticket.create': v.object({ ticket, created: v.boolean() }),
  'ticket.report': v.object({ ticket, created: v.boolean() }),
  'attachment.add': v.null(),
  'attachment.remove': v.null(),
  'error.resolve': v.object({ ticket: v.nullable(ticket) }),
  'corrections.log': v.object({ rows: v.array(correction) }),
  ...TEAM_RESPONSES,
};

const FAILURE: v.GenericSchema<unknown, MessageFailure> = v.object({
  failure: v.object({ code: v.string(), detail: v.fallback(v.string(), '') }),
});

/** What came back for this request: its response, a failure, or neither of the two (null). */
export function parseResponse<N extends MessageName>(
  name: N,
  answer: unknown,
): { response: ResponseOf<N> } | MessageFailure | null {
  const failure = v.safeParse(FAILURE, answer);
  if (failure.success) return failure.output;
  const schema: v.GenericSchema<unknown, ResponseOf<N>> = RESPONSES[name];
  const response = v.safeParse(schema, answer);
  return response.success ? { response: response.output } : null;
}

import * as v from 'valibot';
import { natural, uuid } from '../core/fields.ts';
import { errorLog } from '../core/schemas/occurrence.ts';
import { notification, ticket } from '../core/schemas/ticket.ts';

/** Where a team's messages come from. */
export interface TeamConfig {
  /** Of the Supabase project. */
  url: string;
  /** Its secret key: it reads and writes everything, so it stays with this service. */
  key: string;
}

const TEMPLATE = v.object({ subject: v.string(), text: v.string(), html: v.string() });

const CLAIMED = v.object({
  notification,
  /** How often it was claimed, this time included. */
  attempts: natural,
  audience: v.picklist(['client', 'admin']),
  ticket,
  newest: v.nullable(errorLog),
  project: v.string(),
  occurrences: natural,
  clients: natural,
  language: v.picklist(['auto', 'fr', 'en']),
  /** The team's own wording; null: the original. */
  template: v.nullable(TEMPLATE),
  emailTemplate: v.fallback(v.string(), 'error-detected'),
});

/** A message that this service alone may send until its lease ends. */
export type ClaimedMessage = v.InferOutput<typeof CLAIMED>;

/** What became of it. `due`: not before `retry_at`, ISO 8601. */
export type TeamOutcome =
  | { status: 'sent' }
  | { status: 'failed' | 'skipped'; reason: string }
  | { status: 'due'; reason: string; retry_at: string };

/** The team's messages. Both reject when Supabase does not answer as it should. */
export interface TeamSource {
  /** The oldest due ones, leased to this service. One that cannot be read is settled as failed. */
  claim: (limit: number, leaseSeconds: number) => Promise<ClaimedMessage[]>;
  settle: (id: string, outcome: TeamOutcome) => Promise<void>;
}

const PATIENCE_MS = 30_000;

export function createTeamSource({ url, key }: TeamConfig, ask: typeof fetch = fetch): TeamSource {
  async function call(name: string, body: unknown): Promise<unknown> {
    const response = await ask(new URL(`/rest/v1/rpc/${name}`, url), {
      method: 'POST',
      headers: { apikey: key, 'content-type': 'application/json', ...bearer(key) },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${String(response.status)} ${text.slice(0, 200)}`);
    return text === '' ? null : JSON.parse(text);
  }

  const settle = async (id: string, outcome: TeamOutcome): Promise<void> => {
    await call('cm_settle_notification', { id, outcome });
  };

  return {
    settle,
    async claim(limit, leaseSeconds) {
      const answer = await call('cm_claim_notifications', { lim: limit, lease_seconds: leaseSeconds });
      const messages: ClaimedMessage[] = [];
      for (const item of v.parse(v.array(v.unknown()), answer)) {
        const parsed = v.safeParse(CLAIMED, item);
        if (parsed.success) messages.push(parsed.output);
        else await settleUnreadable(item, v.getDotPath(parsed.issues[0]) ?? '', settle);
      }
      return messages;
    },
  };
}

/** The older keys are tokens themselves; the newer ones are none, and PostgREST would refuse them as one. */
function bearer(key: string): Record<string, string> {
  return key.startsWith('eyJ') ? { authorization: `Bearer ${key}` } : {};
}

async function settleUnreadable(item: unknown, path: string, settle: TeamSource['settle']): Promise<void> {
  const named = v.safeParse(v.object({ notification: v.object({ id: uuid }) }), item);
  if (!named.success) return;
  await settle(named.output.notification.id, { status: 'failed', reason: `unreadable: ${path}` });
}

import { automaticTicket } from '../../src/core/ticket.ts';
import type { TeamOutcome } from '../../src/mailer/team-source.ts';
import { ago, HOUR, NOW, occurrence, settings, uuid } from '../core/samples.ts';

interface Message {
  claimed: Record<string, unknown>;
  status: string;
  reason: string;
  attempts: number;
  /** Milliseconds; claimed by nobody before. */
  dueAt: number;
}

const TICKET = automaticTicket(
  uuid(1),
  occurrence(1),
  { first_seen: ago(HOUR), last_seen: ago(HOUR) },
  settings().tickets,
  NOW,
);

/** As PostgREST says it of a database that has others of ours. */
const NO_FUNCTION = {
  code: 'PGRST202',
  details: 'Searched for the function public.cm_settle_notifications, but no matches were found in the schema cache.',
  hint: 'Perhaps you meant to call the function public.cm_settle_notification(id, outcome)',
  message: 'Could not find the function public.cm_settle_notifications(results) in the schema cache',
};

/** The functions of a team's database by which messages are claimed and settled, over `fetch`. */
export class FakeTeam {
  private readonly messages = new Map<string, Message>();
  private readonly now: () => number;
  /** What the next claims of a summary get. */
  readonly digests: unknown[] = [];
  readonly refused: string[] = [];
  /** What was settled in one call, call by call. */
  readonly batches: { id: string; outcome: TeamOutcome }[][] = [];
  /** Its SQL is one of before messages were settled many at a time. */
  isOlder = false;

  constructor(now: () => number) {
    this.now = now;
  }

  add(count: number, { recipient, ...change }: Record<string, unknown> = {}): void {
    for (let made = 0; made < count; made += 1) {
      const number = this.messages.size + 1;
      const id = uuid(10_000 + number);
      const notification = {
        id,
        ticket_id: TICKET.id,
        event: 'created',
        episode: 1,
        recipient: recipient ?? `client${number}@example.com`,
        status: 'due',
        created_at: NOW,
        updated_at: NOW,
      };
      const rest = { audience: 'client', ticket: TICKET, newest: null, project: 'Gîtes', occurrences: 3, clients: 1 };
      const claimed = { notification, ...rest, language: 'auto', template: null, ...change };
      this.messages.set(id, { claimed, status: 'due', reason: '', attempts: 0, dueAt: 0 });
    }
  }

  /** Its messages wait for something else than a claim of one. */
  hold(): void {
    for (const message of this.messages.values()) message.dueAt = Number.MAX_SAFE_INTEGER;
  }

  count(status: string): number {
    return [...this.messages.values()].filter((message) => message.status === status).length;
  }

  /** Messages that some service has for itself. */
  leased(): number {
    return [...this.messages.values()].filter(({ status, dueAt }) => status === 'due' && dueAt > this.now()).length;
  }

  reasons(): string[] {
    return [...this.messages.values()].map(({ reason }) => reason);
  }

  readonly ask: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const { headers = {}, body = '{}' } = init ?? {};
    if (new Headers(headers).get('apikey') !== 'sb_secret_x') return new Response('no key', { status: 401 });
    const asked: Record<string, unknown> = await new Response(body).json();
    const called = this.functions[pathname.replace('/rest/v1/rpc/', '')];
    if (called === undefined || (this.isOlder && pathname.endsWith('cm_settle_notifications')))
      return Response.json(NO_FUNCTION, { status: 404 });
    const answer = called(asked);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  };

  private readonly functions: Record<string, (asked: Record<string, unknown>) => unknown> = {
    cm_claim_notifications: (asked) => this.claim(asked),
    cm_claim_notification_digest: () => this.digests.shift() ?? null,
    cm_refuse_notifications: ({ address }) => void this.refused.push(String(address)),
    cm_settle_notification: ({ id, outcome }) => this.settle(String(id), Object(outcome)),
    cm_settle_notifications: ({ results }) => {
      const batch: { id: string; outcome: TeamOutcome }[] = Object(results);
      this.batches.push(batch);
      for (const { id, outcome } of batch) this.settle(id, outcome);
    },
  };

  private claim({ lim, lease_seconds: lease }: Record<string, unknown>): unknown[] {
    const due = [...this.messages.values()].filter(({ status, dueAt }) => status === 'due' && dueAt <= this.now());
    return due.slice(0, Number(lim)).map((message) => {
      message.attempts += 1;
      message.dueAt = this.now() + Number(lease) * 1_000;
      return { ...message.claimed, attempts: message.attempts };
    });
  }

  private settle(id: string, outcome: TeamOutcome): void {
    const message = this.messages.get(id);
    if (message?.status !== 'due') return;
    message.status = outcome.status;
    message.reason = 'reason' in outcome ? outcome.reason : '';
    message.dueAt = 'retry_at' in outcome ? Date.parse(outcome.retry_at) : 0;
  }
}

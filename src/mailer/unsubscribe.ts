import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { LANGUAGES, createTranslator, resolveLanguage } from '../platform/i18n.ts';
import { mailerTexts } from '../platform/texts/mailer.ts';
import { addressIn } from './config.ts';
import type { Refusals } from './refusals.ts';
import type { TeamConfig } from './team-call.ts';

const texts = mailerTexts.unsubscribe;

/** Where people say that they want no more mails. */
export const UNSUBSCRIBE_PATH = '/unsubscribe';

/** The address of one person's page. Only who was sent it knows its signature. */
export function unsubscribeUrl(publicUrl: string, address: string, secret: string): string {
  const person = address.toLowerCase();
  const query = new URLSearchParams({ a: Buffer.from(person).toString('base64url'), s: signatureOf(person, secret) });
  return `${publicUrl}${UNSUBSCRIBE_PATH}?${query.toString()}`;
}

/**
 * What pages are signed with, the one for new pages first. Services of one team share it, since any of them may be the one that people
 * reach; pages that this service made before it had the team keep working.
 */
export function unsubscribeSecrets(own: Pick<Refusals, 'secret'>, team: TeamConfig | null): [string, ...string[]] {
  const secret = own.secret('unsubscribe');
  return team === null ? [secret] : [signatureOf('unsubscribe', team.key), secret];
}

function signatureOf(person: string, secret: string): string {
  return createHmac('sha256', secret).update(person).digest('base64url');
}

const QUERY = v.object({ a: v.pipe(v.string(), v.maxLength(500)), s: v.pipe(v.string(), v.maxLength(100)) });

/** Whose page it is; null when the address was not made by us. */
export function personIn(query: unknown, secrets: readonly string[]): string | null {
  const parsed = v.safeParse(QUERY, query);
  if (!parsed.success) return null;
  const person = Buffer.from(parsed.output.a, 'base64url').toString('utf8');
  return secrets.some((secret) => isSame(parsed.output.s, signatureOf(person, secret))) ? addressIn(person) : null;
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

interface UnsubscribePorts {
  secrets: readonly string[];
  onUnsubscribed: (person: string) => void;
}

/** Asks on GET, since mail scanners open every link; does it on POST, which is also what a mail program's own button sends (RFC 8058). */
export function serveUnsubscribe(server: FastifyInstance, { secrets, onUnsubscribed }: UnsubscribePorts): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  server.get(UNSUBSCRIBE_PATH, async (request, reply) => {
    const known = personIn(request.query, secrets) !== null;
    return reply
      .code(known ? 200 : 404)
      .type('text/html; charset=utf-8')
      .send(known ? ASK : UNKNOWN);
  });
  server.post(UNSUBSCRIBE_PATH, async (request, reply) => {
    const person = personIn(request.query, secrets);
    if (person !== null) onUnsubscribed(person);
    return reply
      .code(person === null ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(person === null ? UNKNOWN : DONE);
  });
}

const ASK = page(
  (t) => `<p>${t(texts.ask)}</p>`,
  (t) => `<button>${t(texts.confirm)}</button>`,
);
const DONE = page((t) => `<p>${t(texts.done)}</p>`);
const UNKNOWN = page((t) => `<p>${t(texts.unknown)}</p>`);

type Say = ReturnType<typeof createTranslator>['t'];

/** In both languages: who reads it may speak either. Only texts of ours are in it. */
function page(body: (t: Say) => string, form?: (t: Say) => string): string {
  const parts = LANGUAGES.map((language) => {
    const { t } = createTranslator(resolveLanguage(language, ''));
    const action = form === undefined ? '' : `<form method="post">${form(t)}</form>`;
    return `<section lang="${language}">${body(t)}${action}</section>`;
  });
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>E-mails</title><body style="font:18px/1.5 sans-serif;max-width:34em;margin:3em auto;padding:0 1em">${parts.join('<hr>')}`;
}

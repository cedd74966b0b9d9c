import { expect, it } from 'vitest';
import type { SmtpCause } from '../../src/mailer/outcome.ts';
import type { TeamCause } from '../../src/mailer/team-call.ts';
import { mailReason } from '../../src/platform/mail-reason.ts';

/** A cause that is added without words for it is a type error here. */
const CAUSES: Record<SmtpCause | TeamCause, true> = {
  'wrong-password': true,
  unreachable: true,
  'unknown-host': true,
  tls: true,
  timeout: true,
  'refused-sender': true,
  'refused-recipient': true,
  'refused-message': true,
  later: true,
  other: true,
  'team-unreachable': true,
  'team-key': true,
  'team-sql': true,
  'team-sql-older': true,
  'team-other': true,
};
/** Of send-due.ts, send-digest.ts and ask-fates.ts, of the SQL, and of the service itself. */
const REASONS = ['late', 'no-ticket', 'domain', 'daily-cap', 'unsubscribed', 'digest', 'refused', 'lost', 'template'];
const OF_SERVICE = ['not-configured', 'unreadable'];

it.each([...Object.keys(CAUSES), ...REASONS, ...OF_SERVICE])('%s is explained in both languages', (code) => {
  const { en = '', fr = '' } = mailReason(code) ?? {};
  for (const words of [en, fr]) expect(words).toMatch(/^\p{Lu}.*\.$/u);
});

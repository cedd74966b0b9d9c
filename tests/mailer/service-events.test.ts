import { describe, expect, it } from 'vitest';
import { createJournal } from '../../src/mailer/journal.ts';
import type { SmtpFailure } from '../../src/mailer/outcome.ts';
import type { QueuedEmail } from '../../src/mailer/queue.ts';
import { createServiceEvents } from '../../src/mailer/service-events.ts';

const MAIL: QueuedEmail = {
  id: 'a',
  to: 'zoe@example.com',
  subject: 's',
  text: 't',
  html: 'h',
  attempts: 1,
  created_at: 0,
};
const BUSY: SmtpFailure = { cause: 'later', temporary: true, detail: '451 later' };

describe('attempts', () => {
  it("are counted by their end, a team's apart from those of browsers without one", () => {
    const { events, teamEvents, attempts } = createServiceEvents(createJournal(() => undefined));
    events.onSent(MAIL);
    events.onFailed(MAIL, BUSY, 1_000);
    teamEvents.onSent(MAIL);
    teamEvents.onSent(MAIL);
    teamEvents.onFailed(MAIL, { ...BUSY, cause: 'refused-recipient' }, null);
    expect(Object.fromEntries(attempts.counts())).toEqual({
      'origin="queue",end="sent"': 1,
      'origin="queue",end="later"': 1,
      'origin="queue",end="failed"': 0,
      'origin="team",end="sent"': 2,
      'origin="team",end="later"': 0,
      'origin="team",end="failed"': 1,
    });
  });
});

it('a wording that cannot be used is written down, without the address', () => {
  const lines: string[] = [];
  const { teamEvents } = createServiceEvents(createJournal((line) => void lines.push(line)));
  teamEvents.onFlawed(MAIL, 'template: text: Unclosed tag at 5');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    expect.objectContaining({
      level: 'warn',
      event: 'broken-template',
      id: 'a',
      detail: 'template: text: Unclosed tag at 5',
    }),
  ]);
  expect(lines.join('')).not.toContain('zoe');
});

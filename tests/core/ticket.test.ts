import { expect, test } from 'vitest';
import { ERROR_TYPES, TICKET_STATUSES, type ErrorType, type TicketStatus } from '../../src/core/rows.ts';
import { automaticTicket, canChange, makesTicket, withEvidence, type Actor } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, PROJECT, settings, uuid } from './samples.ts';

const rules = settings().tickets;
const seen = { first_seen: ago(2 * HOUR), last_seen: ago(HOUR) };

function http(status: number) {
  const facts = { method: 'GET', url: 'https://shop.example/api', status, duration_ms: 3, error: null };
  return occurrence(1, { error_type: 'http_error', metadata: { http: facts } });
}

test.each([...ERROR_TYPES].filter((type) => type !== 'http_error'))(
  '%s makes a ticket only if the guide says so',
  (type) => {
    const making: ErrorType[] = ['js_error', 'unhandled_rejection', 'console_error', 'worker_error', 'network_error'];
    expect(makesTicket(occurrence(1, { error_type: type }), rules)).toBe(making.includes(type));
  },
);

test.each([
  [400, false],
  [401, false],
  [403, false],
  [404, true],
  [405, false],
  [499, false],
  [500, true],
  [503, true],
  [599, true],
  [999, true],
])('an answer of %i makes a ticket: %s', (status, expected) => {
  expect(makesTicket(http(status), rules)).toBe(expected);
});

test('which kinds and answers make tickets is a setting', () => {
  expect(makesTicket(occurrence(1), settings({ types: [] }).tickets)).toBe(false);
  expect(
    makesTicket(occurrence(1, { error_type: 'console_warn' }), settings({ types: ['console_warn'] }).tickets),
  ).toBe(true);
  const some = settings({ httpStatuses: ['401', '418-420'] }).tickets;
  expect([401, 417, 418, 420, 421, 500].map((status) => makesTicket(http(status), some))).toEqual([
    true,
    false,
    true,
    true,
    false,
    false,
  ]);
});

test('a new ticket is open, of the settings priority, and watched from the last occurrence', () => {
  const evidence = occurrence(5, { metadata: { client_id: uuid(9), client_email: 'a@example.com' } });
  const ticket = automaticTicket(uuid(3), evidence, seen, settings({ priority: 'moyenne' }).tickets, NOW);
  expect(ticket).toMatchObject({
    id: uuid(3),
    statut: 'ouvert',
    priorite: 'moyenne',
    source: 'auto_detection',
    categorie: 'javascript',
    error_id: uuid(5),
    error_signature: evidence.metadata.signature,
    client_id: uuid(9),
    client_email: 'a@example.com',
    created_at: NOW,
    updated_at: NOW,
    closed_at: null,
    metadata: { project: PROJECT, episode: 1, ...seen, monitoring_until: ago(-23 * HOUR) },
  });
});

test('the subject is short, on one line, and names error and place', () => {
  const parts = { source: 'auto-ticket-system.js', message: 'masked', line: 579 };
  const evidence = occurrence(1, {
    message: 'Uncaught TypeError: Cannot read\nproperties of undefined',
    metadata: { signature_parts: { ...parts, because: 'in-app frame' } },
  });
  expect(automaticTicket(uuid(3), evidence, seen, rules, NOW).sujet).toBe(
    'TypeError: Cannot read properties of undefined (auto-ticket-system.js:579)',
  );
  const long = occurrence(1, {
    message: 'x'.repeat(900),
    metadata: { signature_parts: { ...parts, source: 'y'.repeat(900), because: 'first frame' } },
  });
  const { sujet } = automaticTicket(uuid(3), long, seen, rules, NOW);
  expect(sujet.length).toBeLessThanOrEqual(140);
  expect(sujet).toMatch(/^TypeError: x+… \(y+…:579\)$/);
});

test('the subject of an inline script and of an answer name their place once', () => {
  const inline = occurrence(1, {
    message: 'Uncaught Error: Paiement refusé à 14 h',
    metadata: { name: 'Error', signature_parts: { source: '(page)', message: '', line: 7, because: 'first frame' } },
  });
  expect(automaticTicket(uuid(3), inline, seen, rules, NOW).sujet).toBe('Error: Paiement refusé à 14 h (page:7)');
  const nowhere = occurrence(1, {
    message: 'refus',
    metadata: { name: '', signature_parts: { source: '(unknown)', message: '', line: 0, because: 'message only' } },
  });
  expect(automaticTicket(uuid(3), nowhere, seen, rules, NOW).sujet).toBe('refus');
  const answer = occurrence(1, {
    error_type: 'http_error',
    message: 'GET https://shop.example/api/cart 500 (Internal Server Error)',
    metadata: { name: '', signature_parts: { source: '/api/cart', message: 'GET 500', line: 0, because: 'request' } },
  });
  expect(automaticTicket(uuid(3), answer, seen, rules, NOW).sujet).toBe(answer.message);
});

test('a subject and a description are never empty, even of an error that says nothing', () => {
  const bare = occurrence(1, {
    message: '',
    source: '',
    metadata: {
      name: '',
      title: '',
      line: 0,
      column: 0,
      signature_parts: { source: '', message: '', line: 0, because: 'message only' },
    },
  });
  const ticket = automaticTicket(uuid(3), bare, seen, rules, NOW);
  expect(ticket.sujet).toBe('js_error');
  expect(ticket.description).toBe('https://shop.example/cart');
});

test('the description is message, place and page in plain text', () => {
  expect(automaticTicket(uuid(3), occurrence(1), seen, rules, NOW).description).toBe(
    [
      'Uncaught TypeError: total is not a function',
      '',
      'https://shop.example/js/cart.js:12:5',
      'Cart <https://shop.example/cart>',
    ].join('\n'),
  );
});

test('earlier evidence replaces the words but not what somebody chose', () => {
  const ticket = automaticTicket(uuid(3), occurrence(5), seen, rules, ago(HOUR));
  const earlier = occurrence(6, { error_type: 'console_error', message: 'first words' });
  expect(withEvidence(ticket, earlier, NOW)).toMatchObject({
    error_id: uuid(6),
    categorie: 'console',
    updated_at: NOW,
    description: expect.stringMatching(/^first words\n/),
    metadata: { error_type: 'console_error' },
  });
  const chosen = { ...ticket, categorie: 'paiement', priorite: 'basse' as const };
  expect(withEvidence(chosen, earlier, NOW)).toMatchObject({ categorie: 'paiement', priorite: 'basse' });
});

const ALLOWED: Record<Actor, string[]> = {
  human: [
    'ouvert en_cours',
    'ouvert resolu',
    'en_cours en_attente_client',
    'en_cours resolu',
    'en_attente_client en_cours',
    'en_attente_client resolu',
    'resolu ferme',
    'resolu ouvert',
    'ferme ouvert',
  ],
  system: [
    'ouvert ferme',
    'resolu ferme',
    'en_cours ouvert',
    'en_attente_client ouvert',
    'resolu ouvert',
    'ferme ouvert',
  ],
};

const PAIRS = (['human', 'system'] as Actor[]).flatMap((actor) =>
  TICKET_STATUSES.flatMap((from) =>
    TICKET_STATUSES.map((to): [Actor, TicketStatus, TicketStatus] => [actor, from, to]),
  ),
);

test.each(PAIRS)('%s: %s → %s', (actor, from, to) => {
  const expected = from === to ? 'unchanged' : ALLOWED[actor].includes(`${from} ${to}`) ? 'allowed' : 'refused';
  expect(canChange(from, to, actor)).toBe(expected);
});

test('which statuses close by themselves is a setting, and no person gains by it', () => {
  expect(canChange('en_cours', 'ferme', 'system', ['en_cours'])).toBe('allowed');
  expect(canChange('ouvert', 'ferme', 'system', ['en_cours'])).toBe('refused');
  expect(canChange('en_cours', 'ferme', 'human', ['en_cours'])).toBe('refused');
});

test('an error of which the browser tells nothing is of low priority, whatever the settings say', () => {
  const parts = { source: '(cross-origin)', message: 'Script error.', line: 0, because: 'message only' as const };
  const muted = occurrence(1, { message: 'Script error.', metadata: { signature_parts: parts } });
  expect(automaticTicket(uuid(2), muted, seen, settings({ priority: 'haute' }).tickets, NOW).priorite).toBe('basse');
  const logged = occurrence(1, { message: 'Script error.' });
  expect(automaticTicket(uuid(2), logged, seen, settings({ priority: 'haute' }).tickets, NOW).priorite).toBe('haute');
});

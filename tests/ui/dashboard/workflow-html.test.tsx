// @vitest-environment happy-dom
import { array, assert, constant, constantFrom, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryRow, TicketRow } from '../../../src/core/rows.ts';
import { automaticTicket } from '../../../src/core/ticket.ts';
import type { TicketFacts } from '../../../src/storage/ticket-facts.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { workflowHtml } from '../../../src/ui/dashboard/ticket/workflow-html.tsx';
import { context, NOW, occurrence, uuid } from '../../core/samples.ts';
import { HOSTILE } from '../rows.ts';

/** A ticket of which every text that somebody else wrote is this one. */
function told(text: string): TicketFacts {
  const error = occurrence(1, {
    message: text,
    source: text,
    stack_trace: `Error: ${text}\n    at ${text}`,
    metadata: { title: text, url: text },
  });
  const seen = { first_seen: NOW, last_seen: NOW };
  const ticket: TicketRow = {
    ...automaticTicket(uuid(2), error, seen, context().settings.tickets, NOW),
    sujet: text,
    description: text,
    categorie: text,
    client_id: text,
    client_email: text,
    resolution: text,
  };
  ticket.metadata.assigned_to = text;
  const entry = (action: string, created_by: string): HistoryRow => ({
    id: uuid(3),
    ticket_id: ticket.id,
    action,
    description: text,
    created_by,
    created_at: NOW,
  });
  const history = [entry('comment', text), entry('created', 'system'), entry(text, text)];
  const correction = {
    id: uuid(4),
    error_id: error.id,
    file_path: text,
    old_code: text,
    new_code: text,
    description: text,
    applied_by: text,
    applied_at: NOW,
    test_status: text,
    test_results: text,
  };
  return {
    ticket,
    history,
    evidence: error,
    corrections: [correction],
    signatures: [],
    clients: [],
    attachments: [],
    notifications: [],
    mergedInto: undefined,
    mergedHere: [{ ...ticket, id: uuid(5) }],
    site: text,
  };
}

const translator = createTranslator('fr');
const PARTS = ['summary', 'timeline', 'error'] as const;

function rendered(part: (typeof PARTS)[number], facts: TicketFacts): Element {
  return new DOMParser().parseFromString(workflowHtml[part](facts, translator), 'text/html').body;
}

/** Every element with the names of its attributes, in order. */
function shape(body: Element): string[] {
  return [...body.querySelectorAll('*')].map((element) =>
    [element.localName, ...[...element.attributes].map(({ name }) => name)].join(' '),
  );
}

/** Letters that HTML, attributes and addresses treat in their own ways. */
const markup = array(
  constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '=',
    '/',
    '`',
    '-',
    '!',
    'script',
    'img',
    'src',
    'onerror',
    'x',
    ' ',
    '&lt;',
    '&#60;',
    '<!--',
    ']]>',
    'javascript:',
  ),
  { minLength: 1, maxLength: 20 },
).map((parts) => parts.join(''));

test.each(PARTS)('%s says what is known, in the language of the screens', (part) => {
  const text = rendered(part, told('rien ne va')).textContent ?? '';
  expect(text).toContain(part === 'error' ? 'Erreur associée' : part === 'summary' ? 'Résumé' : '');
  expect(text).toContain('rien ne va');
});

test.each(PARTS)('%s makes no element or attribute of what somebody else wrote', (part) => {
  const plain = shape(rendered(part, told('plain')));
  expect(plain.length).toBeGreaterThan(5);
  assert(
    property(oneof(markup, constant(HOSTILE)), (text) => {
      const found = shape(rendered(part, told(`plain${text}`)));
      expect(found).toEqual(plain);
    }),
  );
});

test('the check sees markup that is not escaped', () => {
  const parsed = new DOMParser().parseFromString(`<p>plain${HOSTILE}</p>`, 'text/html').body;
  expect(shape(parsed)).toContain('img src onerror');
});

test('without an error the section says so', () => {
  expect(rendered('error', { ...told('x'), evidence: undefined }).textContent).toContain(
    'Aucune occurrence de cette erreur',
  );
});

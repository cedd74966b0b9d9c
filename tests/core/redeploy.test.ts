import { expect, test } from 'vitest';
import type { GroupRow } from '../../src/core/group.ts';
import { groupWith } from '../../src/core/group.ts';
import { movedFrom, type Candidate } from '../../src/core/redeploy.ts';
import type { ErrorLogRow, OccurrenceMetadata } from '../../src/core/rows.ts';
import { ago, HOUR, occurrence, uuid } from './samples.ts';

interface Seen {
  line?: number;
  message?: string;
  hours?: number;
  stack?: string;
  metadata?: Partial<OccurrenceMetadata>;
}

/** An occurrence of one error of the function `pay`, so many hours ago, on that line. */
function seen(
  number: number,
  { line = 12, message = 'total is undefined', hours = 5, stack, metadata }: Seen,
): ErrorLogRow {
  const frames = [
    `pay (https://shop.example/js/cart.js:${line}:5)`,
    `check (https://shop.example/js/cart.js:${line + 20}:3)`,
  ];
  return occurrence(number, {
    message,
    timestamp: ago(hours * HOUR),
    stack_trace: stack ?? ['TypeError', ...frames.map((frame) => `    at ${frame}`)].join('\n'),
    metadata: {
      signature: `cart.js|${message}|${line}`,
      signature_parts: { source: 'cart.js', message, line, because: 'in-app frame' },
      lineless: 'cart.js|total undefined|pay',
      line,
      ...metadata,
    },
  });
}

/** What is stored of it, with a ticket. */
function candidate(row: ErrorLogRow, change: Partial<GroupRow> = {}, seenByThePage = false): Candidate {
  const group = groupWith(null, { row, newClient: false, ticketing: true });
  return { group: { ...group, ticket_id: uuid(800), ...change }, samples: [row, row], seenByThePage };
}

const OLD = seen(1, {});
const MOVED = seen(2, { line: 20, hours: 1 });

test('an error on another line, the old one silent, is the old one', () => {
  expect(movedFrom([candidate(OLD)], MOVED)).toEqual({
    signature: OLD.metadata.signature,
    ticket_id: uuid(800),
    reason: 'redeploy',
  });
});

test('an error that moved twice is led to by its latest place', () => {
  const between = seen(3, { line: 16, hours: 3 });
  expect(movedFrom([candidate(OLD), candidate(between)], MOVED)?.signature).toBe(between.metadata.signature);
});

test('other words on the same line are another language, whether the first is silent or not', () => {
  const translated = seen(2, { message: 'total is missing', hours: 9 });
  expect(movedFrom([candidate(OLD, {}, true)], translated)).toMatchObject({ reason: 'algorithm' });
});

test.each<[string, Candidate[], ErrorLogRow]>([
  ['nothing shares its place', [], MOVED],
  ['the old one has no ticket', [candidate(OLD, { ticket_id: null })], MOVED],
  ['two tickets could be meant', [candidate(OLD), candidate(seen(3, { line: 30 }), { ticket_id: uuid(801) })], MOVED],
  ['one of two has no ticket', [candidate(OLD), candidate(seen(3, { line: 30 }), { ticket_id: null })], MOVED],
  ['the old one was seen since', [candidate(seen(1, { hours: 1 }))], MOVED],
  ['the same page has shown both', [candidate(OLD, {}, true)], MOVED],
  [
    'both are of one release',
    [candidate(seen(1, { metadata: { release: '2.1' } }))],
    seen(2, { line: 20, hours: 1, metadata: { release: '2.1' } }),
  ],
  ['it stands in another column', [candidate(OLD)], seen(2, { line: 20, hours: 1, metadata: { column: 9 } })],
  [
    'a caller in the same file is where it was',
    [candidate(OLD)],
    seen(2, {
      line: 20,
      hours: 1,
      stack: [
        'TypeError',
        '    at pay (https://shop.example/js/cart.js:20:5)',
        '    at check (https://shop.example/js/cart.js:32:3)',
      ].join('\n'),
    }),
  ],
  ['it has no line', [candidate(OLD)], seen(2, { line: 0, hours: 1 })],
])('an error gets a ticket of its own when %s', (_name, candidates, row) => {
  expect(movedFrom(candidates, row)).toBeNull();
});

const timer = (line: number, more: string[] = []): string =>
  [
    `@https://shop.example/js/cart.js:${line}:5`,
    ...more,
    `setTimeout handler*remind@https://shop.example/js/cart.js:${line - 1}:3`,
  ].join('\n');

test('a timer without a name is the old one only where one browser saw both', () => {
  const old = candidate(seen(1, { stack: timer(12) }));
  const browser = 'firefox';
  expect(movedFrom([old], seen(2, { line: 20, hours: 1, stack: timer(20), metadata: { browser } }))).toBeNull();
  expect(movedFrom([old], seen(2, { line: 20, hours: 1, stack: timer(20) }))?.reason).toBe('redeploy');
  const called = timer(20, ['render@https://shop.example/js/vendor.js:300:7']);
  const rendered = seen(2, { line: 20, hours: 1, stack: called, metadata: { browser } });
  expect(movedFrom([old], rendered)?.reason).toBe('redeploy');
  const said = { message: 'No answer (slot)', line: 20, hours: 1, stack: timer(20), metadata: { browser } } as const;
  expect(movedFrom([old], seen(2, said))?.reason).toBe('redeploy');
});

test.each<[string, ErrorLogRow]>([
  ['releases differ', seen(2, { line: 20, hours: 1, metadata: { release: '2.2' } })],
  [
    'another browser counts columns its own way',
    seen(2, { line: 20, hours: 1, metadata: { browser: 'firefox', column: 9 } }),
  ],
])('it is the old one where %s', (_name, row) => {
  const old = seen(1, { metadata: { release: '2.1' } });
  expect(movedFrom([candidate(old)], row)?.reason).toBe('redeploy');
});

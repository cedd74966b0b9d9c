import { describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../../src/self-test/catalogue.ts';
import { type Judge, createJudge } from '../../src/self-test/judge.ts';

const BASE = 'chrome-extension://abcdef/self-test';
const NOW = Date.UTC(2026, 1, 7, 12);

/** What the hook and the relay make of `console.error(message)` in the script of the case. */
function logged(message: string, count = 1): object {
  return {
    toJSON: undefined,
    kind: 'console_error',
    message,
    name: '',
    stack: `Error\n    at ${BASE}/cases/broken-order/broken-order.js:3:9`,
    ofCall: true,
    source: '',
    line: 0,
    column: 0,
    count,
    suppressed: 0,
    template: false,
    args: { text: message, next: null },
    causes: null,
    http: null,
    id: `00000000-0000-4000-8000-0000000000${String(count).padStart(2, '0')}`,
    timestamp: new Date(NOW).toISOString(),
    age: 0,
  };
}

const entry: CatalogueEntry = {
  name: 'broken-order',
  title: 'an order that cannot be saved',
  hidden: null,
  absent: [],
  expect: [
    {
      type: 'console_error',
      message: 'The order is broken',
      count: 2,
      facts: { source: 'http://self-test.invalid/cases/broken-order/broken-order.js', line: 3, tickets: 1 },
    },
  ],
};

function judgeOf(change: Partial<CatalogueEntry> = {}): Judge {
  const browser = { browser: 'chromium' as const, browser_version: '156.0', user_agent: '' };
  return createJudge({ ...entry, ...change }, BASE, browser, () => NOW);
}

describe('what a page of the self-test leads to', () => {
  test('is what the case expects, as on a page of the web, ticket included', () => {
    const judge = judgeOf();
    judge.take([logged('The order is broken', 2)]);
    expect(judge.complete()).toBe(true);
    const { got, want } = judge.outcome();
    expect(got).toEqual(want);
  });

  test('is counted over all batches', () => {
    const judge = judgeOf();
    judge.take([logged('The order is broken')]);
    expect(judge.complete()).toBe(false);
    judge.take([logged('The order is broken')]);
    expect(judge.complete()).toBe(true);
  });

  test('fails the case when something is missing, different or too much', () => {
    const missing = judgeOf().outcome();
    expect(missing.got).toEqual([{ missing: 'The order is broken' }]);
    const judge = judgeOf();
    judge.take([logged('The order is broken', 3), logged('And the bill as well')]);
    const { got, want } = judge.outcome();
    expect(got).toHaveLength(2);
    expect(got[0]).toMatchObject({ count: 3 });
    expect(got[1]).toMatchObject({ unexpected: true, message: 'And the bill as well' });
    expect(got).not.toEqual(want);
  });

  test('is redacted, and a secret that is not fails the case', () => {
    const message = 'login failed for password=hunter2-geheim';
    const safe = judgeOf({ absent: ['hunter2-geheim'] });
    safe.take([logged(message)]);
    expect(JSON.stringify(safe.outcome().got)).not.toContain('leaked');
    const leaking = judgeOf({ absent: ['login failed'] });
    leaking.take([logged(message)]);
    expect(leaking.outcome().got).toContainEqual({ leaked: ['login failed'] });
  });

  test('is refused aloud when it is no record', () => {
    expect(() => judgeOf().take([{ id: 'x' }])).toThrow('malformed');
  });
});

import { describe, expect, test } from 'vitest';
import { PART_SEPARATOR, redactRow, SELECTOR_SEPARATOR } from '../../../src/core/redact/redact-row.ts';
import { createRedactor, DEFAULT_REDACTION, RULE_ERROR } from '../../../src/core/redact/redactor.ts';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { cleanRow } from './places.ts';

const redactor = createRedactor(DEFAULT_REDACTION);

function rowWith(metadata: object, rest: Partial<ErrorLogRow> = {}): ErrorLogRow {
  const row = cleanRow();
  return { ...row, ...rest, metadata: { ...row.metadata, ...metadata } };
}

describe('a row', () => {
  test('keeps who was hit, and what the extension wrote itself', () => {
    const kept = {
      client_id: 'jean.dupont@example.com',
      client_email: 'jean.dupont@example.com',
      project: 'password=x1',
      user_agent: 'token=abc',
    };
    expect(redactRow(rowWith(kept), redactor).metadata).toMatchObject(kept);
  });

  test('is a new one: the given row is not touched', () => {
    const row = rowWith({ title: 'password=x1' });
    const before = structuredClone(row);
    redactRow(row, redactor);
    expect(row).toEqual(before);
  });

  test('has its unknown texts redacted, at any depth and under any name', () => {
    const row = rowWith({
      extra: { list: ['token=abc', { note: 'mdp=x1' }], 'jean.dupont@example.com': 'vu', ok: 'rien' },
      numbers: [1, null, true],
    });
    expect(redactRow(row, redactor).metadata).toMatchObject({
      extra: { list: ['token=[redacted]', { note: 'mdp=[redacted]' }], '[redacted]': 'vu', ok: 'rien' },
      numbers: [1, null, true],
    });
  });

  test('has what stands under the name of a secret masked, whatever it looks like', () => {
    const row = rowWith({
      headers: { authorization: 'x', Cookie: 'a', 'x-api-key': 'k', accept: 'text/html' },
      password: 'azerty',
      sessionToken: '',
      tokens: ['a', 'b'],
    });
    expect(redactRow(row, redactor).metadata).toMatchObject({
      headers: { authorization: '[redacted]', Cookie: '[redacted]', 'x-api-key': '[redacted]', accept: 'text/html' },
      password: '[redacted]',
      sessionToken: '',
      tokens: ['[redacted]', '[redacted]'],
    });
  });

  test('has its breadcrumbs redacted, and keeps when and what they were', () => {
    const at = '2026-03-02T12:00:00.000Z';
    const row = rowWith({
      breadcrumbs: [
        { at, kind: 'navigation', text: 'https://shop.example/cart?session=abc' },
        { at, kind: 'console', text: ['password', 'hunter2', 'is wrong'].join(PART_SEPARATOR) },
        { at, kind: 'request', text: '404 12 ms https://shop.example/a?email=jean.dupont@example.com' },
        { at, kind: 'click', text: ['form > button', '#', '06 12 34 56 78', '.', 'big'].join(SELECTOR_SEPARATOR) },
      ],
    });
    expect(redactRow(row, redactor).metadata.breadcrumbs).toEqual([
      { at, kind: 'navigation', text: 'https://shop.example/cart?session=[redacted]' },
      { at, kind: 'console', text: 'password [redacted] is wrong' },
      { at, kind: 'request', text: '404 12 ms https://shop.example/a?email=[redacted]' },
      { at, kind: 'click', text: 'form > button#[redacted].big' },
    ]);
  });

  test('that goes deeper than any row of ours is cut off', () => {
    let deep: unknown = 'token=abc';
    for (let i = 0; i < 50; i += 1) deep = { deep };
    const stored = JSON.stringify(redactRow(rowWith({ deep }), redactor));
    expect(stored).not.toContain('token=abc');
    expect(stored).toContain('[redacted]');
  });

  test('has the same signature whatever the rules, masked by the fixed kinds', () => {
    const row = rowWith({ signature: 'app.js|dossier 12, mdp=x1|10' });
    const ruled = createRedactor({ emails: false, rules: [{ pattern: 'dossier \\d+' }] });
    expect(redactRow(row, ruled).metadata.signature).toBe('app.js|dossier 12, mdp=[redacted]|10');
    expect(redactRow(row, redactor).metadata.signature).toBe('app.js|dossier 12, mdp=[redacted]|10');
  });

  test('keeps its form when a rule cannot be read: texts are dropped, nothing else', () => {
    const { id, error_type, timestamp, message, source, stack_trace, metadata } = redactRow(
      cleanRow(),
      createRedactor({ emails: true, rules: [{ pattern: '(' }] }),
    );
    expect({ id, error_type, timestamp }).toEqual({
      id: cleanRow().id,
      error_type: 'js_error',
      timestamp: cleanRow().timestamp,
    });
    expect([message, source, stack_trace, metadata.title, metadata.url, metadata.http?.url]).toEqual(
      Array.from({ length: 6 }, () => RULE_ERROR),
    );
    expect(metadata).toMatchObject({
      line: 10,
      count: 3,
      browser: 'firefox',
      http: { status: 500 },
      signature_parts: { line: 10, because: 'in-app frame' },
    });
    expect(metadata.causes).toEqual([{ name: RULE_ERROR, message: RULE_ERROR, stack: RULE_ERROR }]);
  });
});

describe('a secret that only the argument before it, or the format, tells', () => {
  test.each<[string[], string, string[], string]>([
    [['password', 'soleil'], 'password soleil', ['password', '[redacted]'], 'password [redacted]'],
    [
      ['x-api-key:', 'abcdef1', 'fin'],
      'x-api-key: abcdef1 fin',
      ['x-api-key:', '[redacted]', 'fin'],
      'x-api-key: [redacted] fin',
    ],
    [
      ['Mot de passe :', 'le petit chat'],
      'Mot de passe : le petit chat',
      ['Mot de passe :', '[redacted]'],
      'Mot de passe : [redacted]',
    ],
    [
      ['refusé, mot de passe :', 'le petit chat'],
      'refusé, mot de passe : le petit chat',
      ['refusé, mot de passe :', '[redacted]'],
      'refusé, mot de passe : [redacted]',
    ],
    [
      ['login %s, password %s', 'qa', 'hunter2'],
      'login qa, password hunter2',
      ['login %s, password %s', 'qa', '[redacted]'],
      'login qa, password [redacted]',
    ],
    [['password is %s', 'Hunter2'], 'password is Hunter2', ['password is %s', '[redacted]'], 'password is [redacted]'],
    [['token=%o', 'abc'], 'token=abc', ['token=%o', '[redacted]'], 'token=[redacted]'],
  ])('%j', (console_args, message, args, expected) => {
    const { message: stored, metadata } = redactRow(
      rowWith({ console_args }, { error_type: 'console_error', message }),
      redactor,
    );
    expect(metadata.console_args).toEqual(args);
    expect(stored).toBe(expected);
  });

  test.each<[string[]]>([
    [['Invalid token', 'SyntaxError: Unexpected end of JSON input']],
    [['token', 'undefined']],
    [['token', 'SyntaxError: Unexpected end of JSON input']],
    [['mot de passe :', 'incorrect']],
    [['password', 'The password is required.']],
    [['session', 'expired']],
    [['facture %s a échoué', 'F2024-1187']],
    [['%s: %o', 'total', '12']],
  ])('%j stays', (console_args) => {
    expect(redactRow(rowWith({ console_args }), redactor).metadata.console_args).toEqual(console_args);
  });

  test('is masked in the message only where it stands as a word, and not in stacks', () => {
    const row = rowWith(
      { console_args: ['pin', '1234'] },
      { message: 'pin 1234 at 12345', stack_trace: 'f@https://app.example.com/a.js:1234:5' },
    );
    const { message, stack_trace } = redactRow(row, redactor);
    expect(message).toBe('pin [redacted] at 12345');
    expect(stack_trace).toBe('f@https://app.example.com/a.js:1234:5');
  });
});

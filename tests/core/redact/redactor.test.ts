import { describe, expect, test } from 'vitest';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';

describe('redactor', () => {
  const redactor = createRedactor(DEFAULT_REDACTION);

  test.each([
    ['password=hunter2', 'password=[redacted]'],
    ['{"password":"hun\\"ter2","x":1}', '{"password":"[redacted]","x":1}'],
    ['at f (https://x.fr/a.js?token=abc&b=2:12:5)', 'at f (https://x.fr/a.js?token=[redacted]&b=[redacted]:12:5)'],
    ['at f (https://x.fr/password:12:5)', 'at f (https://x.fr/password:12:5)'],
    ["Cannot read properties of undefined (reading 'token')", "Cannot read properties of undefined (reading 'token')"],
  ])('%s', (text, expected) => {
    expect(redactor.text(text)).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';
import { maskSecrets } from '../../../src/core/redact/secrets.ts';
import { MESSAGES, STACK_LINES } from './innocents.ts';

const redactor = createRedactor(DEFAULT_REDACTION);

describe('ordinary texts stay as they are', () => {
  test.each(MESSAGES)('%j', (message) => {
    expect(redactor.text(message)).toBe(message);
  });

  test.each(STACK_LINES)('%j', (line) => {
    expect(redactor.text(line)).toBe(line);
  });

  test('also all together, where one line could be taken for the value of the one before', () => {
    const stack = STACK_LINES.join('\n');
    expect(redactor.text(stack)).toBe(stack);
    expect(maskSecrets(MESSAGES.join('\n'))).toBe(MESSAGES.join('\n'));
  });
});

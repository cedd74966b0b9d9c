import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deterministicId, isUuid, ticketNumber } from '../../src/core/ids.ts';
import fixture from '../fixtures/ids.json' with { type: 'json' };

test.each(fixture.vectors)('the shared vector $id is met', ({ texts, id, number }) => {
  const [kind = '', ...parts] = texts;
  expect(deterministicId(kind, ...parts)).toBe(id);
  expect(ticketNumber(id)).toBe(number);
});

test('an id is SHA-256 over length-prefixed UTF-8, by another implementation', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, fc.array(text), (kind, parts) => {
      const bytes = [kind, ...parts].flatMap((part) => [Buffer.from(`${Buffer.byteLength(part)}:`), Buffer.from(part)]);
      const hash = createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
      const id = deterministicId(kind, ...parts);
      expect(isUuid(id)).toBe(true);
      expect(id[14]).toBe('8');
      expect('89ab').toContain(id[19]);
      // Everything but the six bits of version and variant.
      const compact = id.replaceAll('-', '');
      expect(compact.slice(0, 12) + compact.slice(13, 16) + compact.slice(17)).toBe(
        hash.slice(0, 12) + hash.slice(13, 16) + hash.slice(17, 32),
      );
    }),
  );
});

test('no two lists of parts share an id', () => {
  const list = fc.array(fc.string({ unit: fc.constantFrom('1', '2', ':', 'a', '') }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(list, list, (left, right) => {
      fc.pre(JSON.stringify(left) !== JSON.stringify(right));
      const [a = '', ...as] = left;
      const [b = '', ...bs] = right;
      expect(deterministicId(a, ...as)).not.toBe(deterministicId(b, ...bs));
    }),
  );
});

test('a ticket number has six digits that cannot be misread', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(ticketNumber(id)).toMatch(/^V-[0-9A-HJKMNP-TV-Z]{6}$/);
    }),
  );
  expect(ticketNumber('00000000-0000-8000-8000-000000000000')).toBe('V-000000');
  expect(ticketNumber('ffffffff-0000-8000-8000-000000000000')).toBe('V-ZZZZZZ');
});

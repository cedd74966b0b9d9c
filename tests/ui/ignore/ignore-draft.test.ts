import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_TYPES } from '../../../src/core/rows.ts';
import { parseSetting } from '../../../src/core/settings.ts';
import { draftOf, matchOf, nameOf, NEW_IGNORE, type IgnoreDraft } from '../../../src/ui/ignore/ignore-draft.ts';
import { ruleLike } from '../../../src/ui/ignore/like-this.ts';

const drafts: fc.Arbitrary<IgnoreDraft> = fc.record({
  name: fc.string({ maxLength: 20 }),
  type: fc.constantFrom('' as const, ...ERROR_TYPES),
  field: fc.constantFrom('message', 'source', 'host'),
  how: fc.constantFrom('contains', 'pattern'),
  text: fc.string({ maxLength: 20 }),
  ignoreCase: fc.boolean(),
});

describe('an ignore rule and its form', () => {
  it('say the same, and what the form says is a rule that the settings take', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const match = matchOf(draft);
        if (match === null) return;
        const rule = { id: 'own', name: draft.name.trim(), enabled: true, match };
        expect(parseSetting('ignore', { rules: [rule] })).toMatchObject({ ok: true });
        const again = draftOf(rule);
        expect(again && matchOf(again)).toEqual(match);
      }),
    );
  });

  it('says nothing while it has no condition', () => {
    expect(matchOf(NEW_IGNORE)).toBeNull();
    expect(matchOf({ ...NEW_IGNORE, text: '   ' })).toBeNull();
    expect(matchOf({ ...NEW_IGNORE, type: 'console_warn' })).toEqual({ types: ['console_warn'] });
  });

  it.each([
    { types: ['js_error', 'console_error'] as const, contains: { field: 'message', text: 'x' } as const },
    { contains: { field: 'message', text: 'x' }, pattern: { field: 'host', source: 'y' } } as const,
    { pattern: { field: 'message', source: 'y', flags: 'ms' } } as const,
  ])('has no room for %j', (match) => {
    expect(draftOf({ id: 'a', name: '', enabled: true, match: JSON.parse(JSON.stringify(match)) })).toBeNull();
  });

  it('is called by its condition where it has no name', () => {
    expect(nameOf({ name: 'Known', match: {} })).toBe('Known');
    expect(nameOf({ name: '', match: { contains: { field: 'message', text: 'timeout' } } })).toBe('timeout');
    expect(nameOf({ name: '', match: { pattern: { field: 'message', source: '^a' } } })).toBe('^a');
    expect(nameOf({ name: '', match: { types: ['js_error'] } })).toBe('js_error');
  });
});

function seen(message: string, source = 'https://a.example/app.js') {
  return { error_type: 'js_error', message, source } as const;
}

describe('a rule for errors like one', () => {
  it('looks for the longest piece of the message that is the same each time', () => {
    const rule = ruleLike(
      seen('Booking 4711 of room 12 was refused by the host'),
      'Booking * of room * was refused by the host',
    );
    expect(rule).toMatchObject({
      type: 'js_error',
      field: 'message',
      how: 'contains',
      text: 'was refused by the host',
    });
  });

  it('takes the whole message where nothing of it changes, though the signature says it otherwise', () => {
    expect(ruleLike(seen('x is undefined'), '').text).toBe('x is undefined');
  });

  it('looks at the file where the message has nothing to look for', () => {
    expect(ruleLike(seen(''), '')).toMatchObject({ field: 'source', text: 'https://a.example/app.js' });
    expect(ruleLike(seen('[redacted]'), '[redacted]')).toMatchObject({ field: 'source' });
  });
});

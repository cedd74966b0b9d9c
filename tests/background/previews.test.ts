import { beforeEach, describe, expect, it } from 'vitest';
import { FakeProfile } from './harness.ts';
import { batchOf, wireRecord } from './records.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

function masked(settings: unknown, text: string): Promise<unknown> {
  return profile.fromUi({ type: 'masking.preview', settings, text });
}

function covered(match: unknown): Promise<unknown> {
  return profile.fromUi({ type: 'ignore.preview', rule: { id: 'own', name: '', match } });
}

describe('masking.preview', () => {
  it('shows a text as it would be stored, and saves nothing', async () => {
    const rules = [{ pattern: 'DOS-\\d+', replacement: '[dossier]' }];
    expect(await masked({ emails: true, rules }, 'a@b.example wrote about DOS-1234, password=hunter2secret')).toEqual({
      text: '[redacted] wrote about [dossier], password=[redacted]',
      problems: [],
    });
    expect(await masked({ emails: false, rules: [] }, 'a@b.example')).toEqual({ text: 'a@b.example', problems: [] });
    expect(await profile.db.cm_settings.count()).toBe(0);
  });

  it('names the rules that cannot work, with which every text is dropped', async () => {
    const rules = [{ pattern: 'fine' }, { pattern: '((' }, { pattern: 'x*' }, { pattern: '(a)\\1' }];
    expect(await masked({ rules }, 'text')).toEqual({
      text: '[redacted: rule error]',
      problems: [
        { rule: 1, problem: 'invalid' },
        { rule: 2, problem: 'matches-nothing' },
        { rule: 3, problem: 'invalid' },
      ],
    });
  });

  it('refuses what is no such setting', async () => {
    expect(await masked({ rules: 'all' }, 'text')).toMatchObject({ failure: { code: 'invalid-setting' } });
  });
});

describe('ignore.preview', () => {
  beforeEach(async () => {
    await profile.fromPage(
      batchOf([
        wireRecord({ message: 'Uncaught Error: cart is empty', line: 4, stack: '', count: 3 }),
        wireRecord({ message: 'Uncaught Error: no room left', line: 9, stack: '' }),
        wireRecord({ kind: 'console_error', message: 'cart is slow', line: 12, stack: '' }),
      ]),
    );
  });

  it('tells what a rule would have taken out of what is stored', async () => {
    const match = { types: ['js_error'], contains: { field: 'message', text: 'CART' } };
    expect(await covered(match)).toMatchObject({
      problem: null,
      looked: 3,
      errors: 1,
      occurrences: 3,
      examples: [{ message: 'Uncaught Error: cart is empty', count: 3 }],
    });
    expect(await covered({ pattern: { field: 'message', source: '^(?:Uncaught Error: )?cart' } })).toMatchObject({
      errors: 2,
      occurrences: 4,
    });
    expect(await covered({ contains: { field: 'host', text: 'elsewhere.example' } })).toMatchObject({ errors: 0 });
  });

  it('names a pattern that cannot work', async () => {
    expect(await covered({ pattern: { field: 'message', source: '((' } })).toMatchObject({
      problem: 'rule 0: invalid',
      errors: 0,
    });
  });

  it('refuses a rule without conditions', async () => {
    expect(await covered({})).toMatchObject({ failure: { code: 'invalid-setting' } });
  });
});

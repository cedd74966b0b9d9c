// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { SelfTest, SelfTestCase, SelfTestResult } from '../../../src/ui/self-test/self-test-case.ts';
import { SelfTestPage } from '../../../src/ui/self-test/self-test-page.tsx';
import { click, find, hide, says, show, text } from '../support.tsx';

const CASES: SelfTestCase[] = [
  { name: 'fine', title: 'a case that passes', hidden: null },
  { name: 'wrong', title: 'a case that fails', hidden: null },
  { name: 'far', title: 'a case of servers', hidden: 'server' },
];

function testOf(run: (name: string) => Promise<SelfTestResult>): SelfTest {
  return { load: async () => CASES, run: ({ name }) => run(name) };
}

const mixed = testOf(async (name) =>
  name === 'fine' ? { state: 'passed' } : { state: 'failed', want: 'two errors', got: 'one error' },
);

afterEach(hide);

describe('the self-test page', () => {
  it('lists every case, and why one cannot be shown, before anything runs', async () => {
    show(<SelfTestPage test={mixed} />);
    await says('a case that passes');
    expect(text()).toContain('Not run yet');
    expect(text()).toContain('It needs the answers of a server.');
    expect(text(find('[role=status]'))).toBe('');
  });

  it('says per case how it went, what was expected beside what came, and sums it up', async () => {
    show(<SelfTestPage test={mixed} />);
    await says('a case that passes');
    click('button', 'Run');
    await says('1 passed, 1 failed, 1 not shown here');
    expect(text(find('tbody tr', 'a case that passes'))).toContain('Passed');
    const failed = text(find('tbody tr', 'a case that fails'));
    for (const words of ['Failed', 'Expected', 'two errors', 'Captured', 'one error']) expect(failed).toContain(words);
    expect(text(find('button', 'Run'))).toBe('Run again');
  });

  it('counts a case that cannot be run as failed, and speaks French', async () => {
    show(<SelfTestPage test={testOf(() => Promise.reject(new Error('no frame')))} />, 'fr');
    await says('Pas encore lancé');
    click('button', 'Lancer');
    await says('0 réussis, 2 échoués, 1 non montrés ici');
    expect(text()).toContain('Error: no frame');
  });

  it('shows how far it is, and cannot be started twice', async () => {
    const started: string[] = [];
    const endless = testOf((name) => {
      started.push(name);
      return new Promise(() => undefined);
    });
    show(<SelfTestPage test={endless} />);
    await says('a case that passes');
    click('button', 'Run');
    await says('0 of 2 cases');
    click('button', 'Run');
    expect(started).toEqual(['fine', 'wrong']);
    expect(find('progress').getAttribute('aria-label')).toBe('Progress');
  });

  it('says so when its files cannot be read', async () => {
    show(<SelfTestPage test={{ ...mixed, load: () => Promise.reject(new Error('gone')) }} />);
    await says('The cases could not be read');
    expect(document.querySelector('button')).toBeNull();
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MessageError } from '../../../src/messages/message-error.ts';
import { addOwnFailures, type OwnFailure } from '../../../src/storage/own-failures.ts';
import { countSetAside } from '../../../src/storage/set-aside.ts';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { db } from '../../../src/ui/data/database.ts';
import { fakeGrants } from '../fake-grants.ts';
import { different, HOSTILE, NOW, store } from '../rows.ts';
import { answerMessages, click, emptyDatabase, find, go, hide, says, show, text, until } from '../support.tsx';
import type { OwnRequest } from '../support.tsx';

const FAILURE: OwnFailure = {
  where: 'badge',
  code: 'TypeError',
  detail: 'jane@example.com is not a badge',
  count: 3,
  first_at: '2026-03-01T10:00:00.000Z',
  last_at: '2026-03-02T10:00:00.000Z',
};

const OWN_RULE = { id: 'mine', name: 'Chat of jane@example.com', enabled: true, match: { types: ['js_error'] } };

/** What the background does with a setting: the screens see it by the database. */
async function save(message: OwnRequest): Promise<null> {
  if (message.type === 'settings.save') await put(message.key, message.value);
  return null;
}

async function put(key: string, value: unknown): Promise<void> {
  await db.cm_settings.put({ key, value, updated_at: NOW });
}

async function aside(why: 'ignored' | 'refused' | 'dropped', key: string, count: number): Promise<void> {
  await countSetAside(db, [{ id: '', why, key, count }]);
}

/** What is stored under a key. */
async function stored(key: string): Promise<unknown> {
  return (await db.cm_settings.get(key))?.value;
}

let copied = '';
const estimate = vi.fn();

beforeEach(async () => {
  await emptyDatabase();
  copied = '';
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.2.3' }) });
  fakeGrants('https://shop.example/*', 'http://localhost/*');
  estimate.mockReset().mockResolvedValue({ usage: 12_400_000, quota: 5_000_000_000 });
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { estimate } });
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (written: string) => void (copied = written) },
  });
  go('#/diagnostic');
});
afterEach(hide);

it('says that all is well where nothing went wrong', async () => {
  show(<DashboardPage />, 'fr');
  await says('Tout va bien');
  expect(text()).toContain('Aucune erreur n’a été ignorée');
  expect(text()).toContain('Rien n’a été refusé ni abandonné');
  expect(text()).toContain('Tous les réglages sont utilisables');
  expect(document.title).toBe('Diagnostic · Vigie');
  expect(find('nav a', 'Diagnostic').getAttribute('aria-current')).toBe('page');
  expect(document.querySelectorAll('table')).toHaveLength(0);
});

describe('the state', () => {
  it('tells version, hosts, storage and totals', async () => {
    await store(different(3));
    show(<DashboardPage />, 'fr');
    await says('12,4 Mo utilisés sur 5 Go');
    await says('https://shop.example/*');
    await says('Tickets ouverts3');
    expect(text()).toContain('Version de Vigie1.2.3');
    expect(text()).toContain('Occurrences capturées3');
  });

  it('follows the grants', async () => {
    const grants = fakeGrants();
    show(<DashboardPage />);
    await says('No host: Vigie captures nothing');
    grants.give('https://new.example/*');
    await says('https://new.example/*');
  });

  it('stands without what the browser does not tell', async () => {
    estimate.mockRejectedValue(new Error('no'));
    const grants = fakeGrants();
    grants.getAll.mockRejectedValue(new Error('no'));
    show(<DashboardPage />);
    await says('All is well');
    await until(() => expect(text().split('The browser does not say.')).toHaveLength(3));
  });

  it('is shown even when the database does not answer, and the rest is asked again', async () => {
    const query = vi.spyOn(db.meta, 'get').mockImplementation(() => {
      throw new Error('QuotaExceeded');
    });
    show(<DashboardPage />);
    await says('The data could not be read');
    expect(text()).toContain('1.2.3');
    query.mockRestore();
    click('button', 'Try again');
    await says('All is well');
  });
});

describe('own failures', () => {
  it('are rows with their meaning, their number and their time', async () => {
    await addOwnFailures(db, [FAILURE]);
    show(<DashboardPage />, 'fr');
    await says('Le nombre sur l’icône de Vigie n’a pas pu être mis à jour');
    const row = find('tbody tr');
    expect(text(row)).toContain('badge · TypeError');
    expect(text(row)).toContain('3 fois');
    expect(row.querySelector('time')?.dateTime).toBe(FAILURE.last_at);
    expect(text()).not.toContain('Tout va bien');
  });

  it('of an unknown part are not left without a sentence, and stay text', async () => {
    await addOwnFailures(db, [{ ...FAILURE, where: 'constructor', detail: HOSTILE }]);
    show(<DashboardPage />);
    await says('A part of Vigie that this page does not know');
    expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
  });
});

describe('ignored errors', () => {
  it('can be captured again by a built-in rule, and ignored again, keeping what changed meanwhile', async () => {
    const asked = answerMessages(save);
    await aside('ignored', 'builtin:favicon', 7);
    show(<DashboardPage />);
    await says('Missing site icons (favicon)');
    expect(text(find('tbody tr'))).toContain('7 occurrences');
    click('button', 'Capture these again');
    await says('Rule off: these errors are captured from now on.');
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await stored('ignore')).toEqual({ disabled: ['builtin:favicon'], rules: [] });
    await put('ignore', { disabled: ['builtin:favicon', 'builtin:resize-observer'], rules: [OWN_RULE] });
    await aside('ignored', 'mine', 1);
    await says('Chat of jane@example.com');
    click('button', 'Undo: ignore these again');
    await says('Rule on: these errors are ignored.');
    expect(await stored('ignore')).toEqual({ disabled: ['builtin:resize-observer'], rules: [OWN_RULE] });
  });

  it('of an own rule turn that rule off', async () => {
    answerMessages(save);
    await put('ignore', { rules: [OWN_RULE] });
    await aside('ignored', 'mine', 2);
    show(<DashboardPage />);
    await says('Own rule');
    click('button', 'Capture these again');
    await says('Rule off');
    expect(await stored('ignore')).toEqual({ disabled: [], rules: [{ ...OWN_RULE, enabled: false }] });
  });

  it('of a deleted rule offer nothing to switch', async () => {
    await aside('ignored', 'deleted-long-ago', 2);
    show(<DashboardPage />);
    await says('A rule that no longer exists');
    expect(text()).not.toContain('Capture these again');
  });

  it('say why a switch failed', async () => {
    answerMessages(() => {
      throw new MessageError('busy', '');
    });
    await aside('ignored', 'builtin:favicon', 7);
    show(<DashboardPage />, 'fr');
    await says('Icônes de site manquantes');
    click('button', 'Capturer de nouveau ces erreurs');
    await until(() => expect(text(find('td [role=status]'))).not.toBe(''));
    expect(text()).toContain('Capturer de nouveau ces erreurs');
  });

  it('cannot be switched while the setting is broken: that would overwrite the rules', async () => {
    await put('ignore', { rules: 'none' });
    await aside('ignored', 'builtin:favicon', 7);
    show(<DashboardPage />);
    await says('The ignore rules are broken');
    expect(text()).not.toContain('Capture these again');
  });
});

it('refused and dropped occurrences stand with cause and cure, most first', async () => {
  await aside('refused', 'site-off', 2);
  await aside('refused', 'from-the-future', 1);
  await aside('refused', '__proto__x', 1);
  await aside('dropped', '', 40);
  show(<DashboardPage />, 'fr');
  await says('La capture du site est désactivée.');
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => text(row));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatch(/abandonner des erreurs.*Rechargez la page.*40 occurrences/u);
  expect(rows[1]).toMatch(/désactivée.*activez le site dans les options.*2 occurrences/u);
  expect(rows.join(' ')).toContain('Un motif que cette page ne connaît pas.');
});

it('a broken setting says what applies instead, and can be reset', async () => {
  answerMessages(save);
  await put('redaction', { emails: 'jane@example.com' });
  show(<DashboardPage />, 'fr');
  await says('Par prudence, Vigie supprime tous les textes capturés.');
  click('button', 'Remettre la valeur par défaut');
  await says('Tous les réglages sont utilisables');
  expect(text()).toContain('Le réglage a retrouvé sa valeur par défaut.');
  expect(await stored('redaction')).toEqual({ emails: true, rules: [] });
  await until(() => expect(text(document.activeElement)).toBe('Le réglage a retrouvé sa valeur par défaut.'));
});

it('masking rules that the background cannot run are a broken setting until they are replaced', async () => {
  answerMessages(async (message) => {
    const key = message.type === 'settings.save' ? message.key : '';
    await db.cm_settings.put({ key, value: {}, updated_at: '2026-03-04T00:00:00.000Z' });
    return null;
  });
  const complaint = { where: 'redaction', code: 'invalid', detail: 'rule 1', last_at: '2026-03-03T00:00:00.000Z' };
  await addOwnFailures(db, [{ ...FAILURE, ...complaint }]);
  await db.cm_settings.put({ key: 'redaction', value: { rules: [{ pattern: '(?=x)' }] }, updated_at: NOW });
  show(<DashboardPage />);
  await says('rule 1: invalid');
  click('button', 'Reset to the default');
  await says('All settings work.');
  expect(text()).toContain('redaction · invalid');
});

it('the report holds the numbers and codes, and nothing of pages or people', async () => {
  await store(different(2));
  await addOwnFailures(db, [FAILURE, { ...FAILURE, code: 'jane@example.com wrote' }]);
  await put('ignore', { rules: [OWN_RULE] });
  await put('identity', { client_email: 'jane@example' });
  await aside('ignored', 'mine', 2);
  await aside('ignored', 'builtin:favicon', 5);
  await aside('refused', 'rate', 4);
  show(<DashboardPage />, 'fr');
  await says('Chat of jane');
  await says('12,4 Mo');
  click('button', 'Copier le diagnostic');
  await says('Copié');
  const lines = copied.replace(/[\u00A0\u202F]/gu, ' ').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Version de Vigie : 1.2.3',
      'Hôtes autorisés : 2 hôtes',
      'Stockage : 12,4 Mo utilisés sur 5 Go',
      'Occurrences capturées : 2',
      `- badge · TypeError · 3 · ${FAILURE.first_at} → ${FAILURE.last_at}`,
      `- badge · ? · 3 · ${FAILURE.first_at} → ${FAILURE.last_at}`,
      '- builtin:favicon · 5 · on',
      '- Règle personnelle 2 · 2 · on',
      '- rate · 4',
      '- identity · invalid-setting',
    ]),
  );
  expect(copied).not.toMatch(/jane|@|failure number|shop\.example/u);
});

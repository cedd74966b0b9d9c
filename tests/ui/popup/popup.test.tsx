// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { db } from '../../../src/ui/data/database.ts';
import { noteRevoked } from '../../../src/storage/revocations.ts';
import { PopupPage } from '../../../src/ui/popup/popup-page.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { ago, different, HOSTILE, occurrence, PROJECT, store } from '../rows.ts';
import { answerMessages, click, emptyDatabase, find, hide, says, show, text, until } from '../support.tsx';

const TAB = 7;
const GRANTED = 'https://shop.example/*';

function openTab(url: string | undefined) {
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: TAB, ...(url !== undefined && { url }) }] });
}

function pageIsCovered() {
  return db.tab_pages.put({ tab: TAB, origin: 'https://shop.example', count: 0, shown_at: ago(1) });
}

function failedAt(url: string) {
  return { http: { method: 'GET', url, status: 500, duration_ms: 3, error: null } };
}

beforeEach(async () => {
  await emptyDatabase();
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [] });
  openTab('https://shop.example/cart');
});
afterEach(hide);

describe('the state of the site', () => {
  it('explains pages that no extension may read, and promises nothing', async () => {
    fakeGrants();
    openTab(undefined);
    show(<PopupPage />, 'fr');
    await says('Non surveillable');
    expect(text()).toContain('Page du navigateur');
    expect(text()).not.toContain('Cet onglet');
    expect(document.querySelector('main button')).toBeNull();
  });

  it('asks the browser for both schemes of the host at the very click', async () => {
    const grants = fakeGrants();
    show(<PopupPage />, 'fr');
    await says('Non surveillé');
    click('button', 'Surveiller ce site');
    // At once: browsers forget the click at the first await.
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['http://shop.example/*', 'https://shop.example/*'],
    });
    await says('Les erreurs de ce site sont capturées.');
  });

  it('says that nothing is captured when the person refuses', async () => {
    const grants = fakeGrants();
    grants.answer = false;
    show(<PopupPage />);
    await says('Not watched');
    click('button', 'Watch this site');
    await says('Permission was not given');
    expect(find('button', 'Watch this site').getAttribute('aria-disabled')).toBeNull();
  });

  it('offers to reload a page that was open before', async () => {
    fakeGrants(GRANTED);
    show(<PopupPage />);
    await says('Reload the page');
    await pageIsCovered();
    await until(() => expect(text()).not.toContain('Reload the page'));
  });

  it('offers the hosts that the site calls and that are not granted, until they are', async () => {
    const grants = fakeGrants(GRANTED);
    await store([
      occurrence(1, { error_type: 'http_error', metadata: failedAt('https://api.example:8443/rates') }),
      occurrence(2, { error_type: 'http_error', metadata: failedAt('https://shop.example/rates') }),
      occurrence(3, { error_type: 'resource_error', source: 'not an address' }),
    ]);
    show(<PopupPage />, 'fr');
    await says('Hôtes non surveillés');
    expect(text(find('.called'))).toBe('api.exampleSurveiller');
    expect(find('.called button').getAttribute('aria-label')).toBe('Surveiller api.example');
    click('.called button');
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['http://api.example/*', 'https://api.example/*'],
    });
    await until(() => expect(text()).not.toContain('Hôtes non surveillés'));
  });

  it('offers hosts that were called without failing, as the page itself tells', async () => {
    fakeGrants(GRANTED);
    const called = ['https://api.example', 'https://shop.example', 'https://pay.example', 'https://pay.example'];
    const executeScript = vi.fn(async () => [
      { frameId: 0, result: called },
      { frameId: 1, result: null },
    ]);
    Object.assign(fakeBrowser.scripting, { executeScript });
    await store([occurrence(1)]);
    show(<PopupPage />);
    await says('Hosts that are not watched');
    expect(text(find('.called'))).toBe('pay.exampleWatchapi.exampleWatch');
    expect(executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: TAB, allFrames: true } }));
  });

  it('says when a host was refused', async () => {
    const grants = fakeGrants(GRANTED);
    grants.answer = false;
    await store([occurrence(1, { error_type: 'http_error', metadata: failedAt('https://api.example/rates') })]);
    show(<PopupPage />);
    await says('Hosts that are not watched');
    click('.called button');
    await says('Permission was not given. You can ask again at any time.');
  });

  it('pauses for an hour, says until when, and resumes through the background', async () => {
    fakeGrants(GRANTED);
    const asked = answerMessages();
    await store([occurrence(1)]);
    show(<PopupPage />, 'fr');
    await says('Surveillé');
    const before = Date.now();
    click('button', 'Mettre en pause une heure');
    const sent = asked.mock.calls[0]?.[0];
    const end = sent?.type === 'site.update' ? Date.parse(sent.paused_until ?? '') : 0;
    expect(end - before).toBeGreaterThanOrEqual(3_600_000);
    expect(end - Date.now()).toBeLessThanOrEqual(3_600_000);
    // Far ahead, and in the zone of whoever runs this.
    const shown = new Date(2999, 0, 1, 14, 5).toISOString();
    await db.cm_sites.update(PROJECT, { paused_until: shown });
    await says('En pause jusqu’à 14:05.');
    click('button', 'Reprendre maintenant');
    expect(asked).toHaveBeenLastCalledWith({ type: 'site.update', id: PROJECT, paused_until: null });
    // As the background ends a pause: now, which is later than when this page was opened.
    await db.cm_sites.update(PROJECT, { paused_until: new Date().toISOString() });
    await says('Les erreurs de ce site sont capturées.');
  });

  it('turns the site off and on', async () => {
    fakeGrants(GRANTED);
    const asked = answerMessages();
    await store([occurrence(1)]);
    show(<PopupPage />);
    await says('Watched');
    click('button', 'Turn off');
    expect(asked).toHaveBeenCalledWith({ type: 'site.update', id: PROJECT, enabled: false });
    await db.cm_sites.update(PROJECT, { enabled: false });
    await says('Capture is turned off on this site.');
    click('button', 'Watch again');
    await until(() =>
      expect(asked).toHaveBeenCalledWith({ type: 'site.update', id: PROJECT, enabled: true, paused_until: null }),
    );
  });

  it('says since when a permission is gone that the browser took back, and offers to ask again', async () => {
    const grants = fakeGrants();
    await store([occurrence(1)]);
    await noteRevoked(db, ['https://*.example/*'], new Date(2026, 1, 7, 9, 30).toISOString());
    show(<PopupPage />, 'fr');
    await says('Autorisation retirée');
    expect(text()).toContain('le 7 févr. 2026 à 09:30');
    click('button', 'Surveiller ce site');
    expect(grants.request).toHaveBeenCalledOnce();
    await says('Les erreurs de ce site sont capturées.');
  });

  it('says when the background does not answer', async () => {
    fakeGrants(GRANTED);
    answerMessages(() => ({ failure: { code: 'busy', detail: 'sites' } }));
    await store([occurrence(1)]);
    show(<PopupPage />);
    await says('Watched');
    click('button', 'Pause for an hour');
    await says('Vigie is busy.');
  });
});

describe('the lists', () => {
  beforeEach(() => {
    fakeGrants(GRANTED);
  });

  it('tell a tab without errors what would appear', async () => {
    await pageIsCovered();
    show(<PopupPage />);
    await says('No error in this tab.');
  });

  it('show the tab first, the rest of the site after it, each error once with its ticket', async () => {
    await store([occurrence(1, { message: 'in this tab' }), occurrence(2, { message: 'in this tab' })], TAB);
    await store([occurrence(3, { message: 'in this tab' }), occurrence(4, { message: 'elsewhere' })], 8);
    show(<PopupPage />);
    await says('elsewhere');
    const [tab, site] = document.querySelectorAll('.popup-section');
    expect(tab?.querySelectorAll('li')).toHaveLength(1);
    expect(text(tab)).toMatch(/in this tab.*cart\.js:12.*2 occurrences.*V-\w+ · Open/u);
    expect(text(site)).toContain('elsewhere');
    expect(text(site)).not.toContain('in this tab');
    const ticket = await db.cm_support_tickets.filter(({ sujet }) => sujet.includes('elsewhere')).first();
    expect(find('a.badge', ticket?.metadata.number).getAttribute('href')).toBe(
      `/dashboard.html#/tickets/${ticket?.id ?? ''}`,
    );
  });

  it('do not move under the reader: what is new waits behind a button', async () => {
    await store(different(2), TAB);
    show(<PopupPage />);
    await says('failure number 1');
    await store(different(1, 50, 600_000), TAB);
    await says('1 new error');
    expect(text(document.querySelector('.popup-section li'))).toContain('failure number 1');
    click('button', '1 new error');
    expect(text(document.querySelector('.popup-section li'))).toContain('failure number 50');
  });

  it('show hostile text as text', async () => {
    await store([occurrence(1, { message: HOSTILE })], TAB);
    show(<PopupPage />);
    await says('<img src=x');
    expect(document.querySelectorAll('.popup-section img, .popup-section script')).toHaveLength(0);
    expect(text()).toContain('[U+202E]gpj.exe');
    expect(text()).not.toContain('\u202E');
  });
});

it('speaks the language of its reader at once when that changes', async () => {
  fakeGrants(GRANTED);
  show(<PopupPage />, 'fr');
  await says('Surveillé');
  expect(document.title).toBe('Vigie\u00A0: cet onglet');
  show(<PopupPage />, 'en');
  await says('Watched');
  expect(document.title).toBe('Vigie: this tab');
});

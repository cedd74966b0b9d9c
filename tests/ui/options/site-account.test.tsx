// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { db } from '../../../src/ui/data/database.ts';
import { PROJECT } from '../rows.ts';
import { click, choose, hide, says, submit, text, type, until } from '../support.tsx';
import { field, oneSite, showSites, siteRow } from './site-screen.tsx';

beforeEach(oneSite);
afterEach(hide);

function openTabs(...tabs: object[]) {
  Object.assign(fakeBrowser.tabs, { query: async () => tabs });
}

async function write(tested: unknown) {
  const asked = showSites((message) => (message.type === 'site.test-account' ? tested : null));
  await says('Réglages');
  choose(field('Où la page indique le compte'), 'meta');
  type(field('Nom de la balise meta'), 'user-id');
  click('.site-item button', 'Tester sur un onglet ouvert');
  return asked;
}

describe('a rule for the account', () => {
  const page = { id: 5, url: 'https://shop.example/cart', title: 'Mon panier', lastAccessed: 2 };

  it('is tried on the tab of the site that was used last', async () => {
    openTabs({ ...page, id: 4, lastAccessed: 1 }, page, {
      ...page,
      id: 6,
      url: 'https://other.example/',
      lastAccessed: 9,
    });
    const asked = await write({ value: '42', refused: null });
    await says('Sur « Mon panier » : 42');
    const account = { read: 'meta', name: 'user-id', field: 'client_id' };
    expect(asked).toHaveBeenCalledExactlyOnceWith({ type: 'site.test-account', id: PROJECT, tab: 5, account });
  });

  it.each([
    [{ value: null, refused: 'token' }, 'ressemble à une clé ou à un mot de passe'],
    [{ value: null, refused: 'empty' }, 'Rien n’a été trouvé sur « Mon panier ».'],
    [{ value: null, refused: 'something new' }, 'ne peut pas servir'],
    [{ failure: { code: 'page-silent', detail: '' } }, 'La page n’a pas répondu.'],
  ])('says what became of it: %j', async (tested, sentence) => {
    openTabs(page);
    await write(tested);
    await says(sentence);
  });

  it('says when no tab shows the site', async () => {
    openTabs();
    await write({ value: null, refused: 'empty' });
    await says('Aucun onglet n’affiche ce site.');
  });

  it('that came with imported data waits for a person, who agrees or removes it', async () => {
    const rule = { read: 'meta', name: 'user-id', field: 'client_id' } as const;
    await db.cm_sites.update(PROJECT, { account: { ...rule, accepted: false } });
    const asked = showSites();
    await says('Balise meta « user-id »');
    // Saving something else agrees to nothing.
    type(field('Environnement'), 'recette');
    submit('.site-item form');
    await says('Enregistré');
    expect((await siteRow())?.account).toEqual({ ...rule, accepted: false });
    click('.site-item button', 'Utiliser cette règle');
    await until(() => expect(asked).toHaveBeenLastCalledWith({ type: 'site.update', id: PROJECT, account: rule }));
    await until(() => expect(text()).not.toContain('arrivée avec des données importées'));
    await db.cm_sites.update(PROJECT, { account: { ...rule, accepted: false } });
    await says('arrivée avec des données importées');
    click('.site-item button', 'Supprimer cette règle');
    await vi.waitFor(async () => expect((await siteRow())?.account).toBeUndefined());
  });
});

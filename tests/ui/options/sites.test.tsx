// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteRevoked } from '../../../src/storage/revocations.ts';
import { db } from '../../../src/ui/data/database.ts';
import { fakeGrants } from '../fake-grants.ts';
import { ago, NOW, PROJECT } from '../rows.ts';
import { click, choose, find, hide, says, submit, text, type, until } from '../support.tsx';
import { field, HTTP, HTTPS, oneSite, showSites, siteRow } from './site-screen.tsx';

beforeEach(oneSite);
afterEach(hide);

describe('the state of a site', () => {
  it('is shown, and paused for an hour and resumed at once', async () => {
    const asked = showSites();
    await says('Surveillé');
    click('.site-item button', 'Mettre en pause une heure');
    await says('En pause jusqu’à');
    expect(Date.parse((await siteRow())?.paused_until ?? '')).toBeGreaterThan(Date.now());
    click('.site-item button', 'Reprendre maintenant');
    await until(() => expect(text()).not.toContain('En pause'));
    expect(asked).toHaveBeenLastCalledWith({ type: 'site.update', id: PROJECT, paused_until: null });
  });

  it('is turned off and on again', async () => {
    showSites();
    await says('Réglages');
    click('.site-item label', 'Surveiller ce site');
    await says('Désactivé');
    click('.site-item button', 'Surveiller de nouveau');
    await says('Surveillé');
  });

  it.each([
    ['Requêtes vues par le navigateur', 'network', false],
    ['Discret', 'unobtrusive', true],
  ])('has a switch “%s”', async (label, key, first) => {
    const asked = showSites();
    await says(label);
    for (const on of [first, !first]) {
      click('.site-item label', label);
      await until(() => expect(asked).toHaveBeenLastCalledWith({ type: 'site.update', id: PROJECT, [key]: on }));
      await until(() => expect(find('.site-item label', label).querySelector('input')?.checked).toBe(on));
    }
  });

  it('says that it was never allowed here, and asks the browser at the very click', async () => {
    const grants = fakeGrants();
    showSites();
    await says('Ce navigateur ne laisse pas Vigie lire ce site');
    click('.site-item button', 'Autoriser');
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({ origins: [HTTP, HTTPS] });
    await says('Surveillé');
  });

  it('says since when the browser took the permission back', async () => {
    fakeGrants();
    await noteRevoked(db, [HTTP, HTTPS], new Date(2026, 1, 7, 9, 30).toISOString());
    showSites();
    await says('Autorisation retirée');
    expect(text()).toContain('le 7 févr. 2026 à 09:30');
  });
});

describe('the settings of a site', () => {
  it('are saved together, as they were written', async () => {
    const asked = showSites();
    await says('Réglages');
    type(field('Nom'), '  Boutique ');
    type(field('Réponses qui ne laissent qu’une trace'), '401, 409-412');
    type(field('Environnement'), 'recette');
    choose(field('Où la page indique sa version'), 'script');
    type(field('Nom du fichier'), 'app.*.js');
    choose(field('Où la page indique le compte'), 'local_storage');
    type(field('Clé'), 'user.email');
    choose(field('Nature'), 'client_email');
    submit('.site-item form');
    await says('Enregistré');
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      type: 'site.update',
      id: PROJECT,
      name: 'Boutique',
      patterns: ['*://shop.example/*'],
      quiet_statuses: ['401', '409-412'],
      environment: 'recette',
      release: { read: 'script', name: 'app.*.js' },
      account: { read: 'local_storage', name: 'user.email', field: 'client_email' },
    });
    expect(text(find('h3'))).toBe('Boutique');
  });

  it('are not sent while they are wrong; each field says what to do', async () => {
    const asked = showSites();
    await says('Réglages');
    type(field('Nom'), ' ');
    type(field('Réponses qui ne laissent qu’une trace'), '401 99');
    choose(field('Où la page indique le compte'), 'cookie');
    type(field('Nom du cookie'), 'access_token');
    submit('.site-item form');
    await says('Un site a besoin d’un nom.');
    expect(text()).toContain('99 n’est pas un statut.');
    expect(text()).toContain('Ce nom est celui d’un secret');
    await until(() => expect(document.activeElement).toBe(find(field('Nom'))));
    choose(field('Où la page indique le compte'), 'selector');
    type(field('Sélecteur'), '#a[');
    await says('Le navigateur ne comprend pas ce sélecteur.');
    expect(asked).not.toHaveBeenCalled();
  });

  it('ask for hosts that are new, and give back those that nobody needs any more', async () => {
    const grants = fakeGrants(HTTP, HTTPS);
    const asked = showSites();
    await says('Réglages');
    type(field('Adresses, une par ligne'), '*.recette.exemple.fr');
    submit('.site-item form');
    const wide = ['http://*.recette.exemple.fr/*', 'https://*.recette.exemple.fr/*'];
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({ origins: wide });
    await says('Enregistré');
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ patterns: ['*://*.recette.exemple.fr/*'] }));
    await until(() => expect(grants.remove).toHaveBeenCalledExactlyOnceWith({ origins: [HTTP, HTTPS] }));
    expect(find('textarea')).toHaveProperty('value', '*://*.recette.exemple.fr/*');
  });

  it('are stored before the browser is asked, and the site says what was not allowed', async () => {
    const grants = fakeGrants(HTTP, HTTPS);
    grants.answer = false;
    const asked = showSites();
    await says('Réglages');
    type(field('Adresses, une par ligne'), 'shop.example\nautre.exemple.fr');
    submit('.site-item form');
    expect(asked.mock.invocationCallOrder[0]).toBeLessThan(grants.request.mock.invocationCallOrder[0] ?? 0);
    await says('Ce navigateur ne laisse pas Vigie lire autre.exemple.fr');
    expect(text()).toContain('Surveillé');
    grants.answer = true;
    click('.site-item button', 'Autoriser');
    expect(grants.request).toHaveBeenLastCalledWith({
      origins: ['http://autre.exemple.fr/*', 'https://autre.exemple.fr/*'],
    });
    await until(() => expect(text()).not.toContain('ne laisse pas Vigie lire'));
  });

  it('leave no address to two sites', async () => {
    await db.cm_sites.put({
      id: '00000000-0000-8000-8000-000000000002',
      name: 'Caisse',
      patterns: ['*://pay.example/*'],
      enabled: true,
      created_at: NOW,
      updated_at: NOW,
    });
    showSites();
    await says('Caisse');
    find('.site-item', 'shop.example').setAttribute('data-test', 'shop');
    const label = find('[data-test=shop] label', 'Adresses').getAttribute('for') ?? '';
    type(`[id="${label}"]`, 'pay.example');
    submit('[data-test=shop] form');
    await says('pay.example appartient déjà à Caisse.');
  });
});

describe('a site that is removed', () => {
  it('gives its permission back and leaves the list, with an undo that takes the focus', async () => {
    const grants = fakeGrants(HTTP, HTTPS);
    showSites();
    await says('Retirer ce site');
    click('.site-item button', 'Retirer ce site');
    await says('Vigie ne lit plus shop.example.');
    expect(grants.remove).toHaveBeenCalledExactlyOnceWith({ origins: [HTTP, HTTPS] });
    await until(() => expect(document.querySelector('.site-item')).toBeNull());
    expect(await db.cm_error_logs.count()).toBe(1);
    await until(() => expect(text(document.activeElement)).toBe('Annuler'));
    click('button', 'Annuler');
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({ origins: [HTTP, HTTPS] });
    await says('Surveillé');
  });

  it('stays when the browser keeps the permission, and says why', async () => {
    const grants = fakeGrants(HTTP, HTTPS);
    grants.remove.mockResolvedValue(false);
    showSites();
    await says('Retirer ce site');
    click('.site-item button', 'Retirer ce site');
    await says('Le navigateur conserve cette autorisation');
    expect((await siteRow())?.removed).not.toBe(true);
  });

  it('leaves the permission of a host that another site needs', async () => {
    const grants = fakeGrants(HTTP, HTTPS);
    await db.cm_sites.put({
      id: '00000000-0000-8000-8000-000000000002',
      name: 'Caisse',
      patterns: ['*://shop.example:8443/*'],
      enabled: true,
      created_at: ago(9),
      updated_at: ago(9),
    });
    showSites();
    await says('Caisse');
    find('.site-item', 'shop.example:8443').setAttribute('data-test', 'pay');
    click('[data-test=pay] button', 'Retirer ce site');
    await says('Vigie ne lit plus Caisse.');
    expect(grants.remove).not.toHaveBeenCalled();
  });
});

describe('a new site', () => {
  it.each([
    ['recette.exemple.fr', 'recette.exemple.fr'],
    ['https://*.recette.exemple.fr/*', '*.recette.exemple.fr'],
  ])('is added by its address: %s', async (address, host) => {
    const grants = fakeGrants();
    const asked = showSites(() => ({ id: PROJECT, isNew: true }));
    await says('Adresse d’un site à surveiller');
    type('input[inputmode=url]', 'bonjour');
    submit('#sites > section > div > div > form');
    await says('Ce n’est pas une adresse web.');
    type('input[inputmode=url]', address);
    submit('#sites > section > div > div > form');
    expect(grants.request).toHaveBeenCalledExactlyOnceWith({ origins: [`http://${host}/*`, `https://${host}/*`] });
    await says(`${host} est désormais surveillé.`);
    expect(asked).toHaveBeenCalledExactlyOnceWith({ type: 'site.add', pattern: `*://${host}/*` });
    expect(asked.mock.invocationCallOrder[0]).toBeLessThan(grants.request.mock.invocationCallOrder[0] ?? 0);
  });

  it.each([true, false])('goes again when the browser does not allow it, if it is new: %s', async (isNew) => {
    const grants = fakeGrants();
    grants.answer = false;
    const asked = showSites((message) => (message.type === 'site.add' ? { id: PROJECT, isNew } : null));
    await says('Adresse d’un site à surveiller');
    type('input[inputmode=url]', 'recette.exemple.fr');
    submit('#sites > section > div > div > form');
    await says('L’autorisation n’a pas été donnée pour recette.exemple.fr');
    const sent = asked.mock.calls.map(([message]) => message.type);
    expect(sent).toEqual(isNew ? ['site.add', 'site.update'] : ['site.add']);
  });
});

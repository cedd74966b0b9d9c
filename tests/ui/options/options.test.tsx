// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsPage } from '../../../src/ui/options/options-page.tsx';
import { db } from '../../../src/ui/data/database.ts';
import { Page } from '../../../src/ui/shell/page.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { NOW, occurrence, store } from '../rows.ts';
import {
  type OwnRequest,
  answerMessages,
  click,
  emptyDatabase,
  find,
  hide,
  says,
  show,
  submit,
  text,
  type,
  until,
} from '../support.tsx';

const page = (
  <Page>
    <OptionsPage />
  </Page>
);

/** What the background does with a setting: the screens see it by the database. */
async function save(message: OwnRequest): Promise<null> {
  if (message.type !== 'settings.save') throw new Error(`unexpected ${message.type}`);
  await db.cm_settings.put({ key: message.key, value: message.value, updated_at: NOW });
  return null;
}

/** Whether a message closes an import. */
function isLast(message: OwnRequest): boolean {
  return message.type === 'data.import' && message.last;
}

function choose(content: string): void {
  const input = document.querySelector<HTMLInputElement>('#data input[type=file]');
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], 'backup.json')] });
  input?.dispatchEvent(new Event('change'));
}

beforeEach(async () => {
  await emptyDatabase();
  localStorage.clear();
  fakeBrowser.i18n.getUILanguage = () => 'fr-FR';
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: ['http://localhost/*'] }) });
  fakeGrants('https://shop.example/*');
});
afterEach(hide);

describe('display', () => {
  it('follows the browser, then the choice, at once and in the whole document', async () => {
    answerMessages(save);
    show(page);
    await says('Apparence');
    expect(document.documentElement.lang).toBe('fr');
    expect(document.title).toBe('Options de Vigie');
    await db.cm_settings.put({ key: 'language', value: 'en', updated_at: NOW });
    await says('Appearance');
    expect(document.documentElement.lang).toBe('en');
    await db.cm_settings.put({ key: 'appearance', value: 'dark', updated_at: NOW });
    await until(() => expect(document.documentElement.dataset['appearance']).toBe('dark'));
    // For the first paint of the next page, before its database answers.
    expect(localStorage.getItem('vigie.first-paint')).toBe('dark en');
    await db.cm_settings.put({ key: 'appearance', value: 'auto', updated_at: NOW });
    await until(() => expect(document.documentElement.dataset['appearance']).toBeUndefined());
  });
});

describe('identity', () => {
  it('is saved trimmed, and says so', async () => {
    const asked = answerMessages(save);
    show(page);
    await says('Identifiant client');
    expect(find('#identity button', 'Enregistrer').hasAttribute('disabled')).toBe(true);
    type('#identity input[type=email]', ' qa@exemple.fr ');
    submit('#identity form');
    expect(asked).toHaveBeenCalledExactlyOnceWith({
      type: 'settings.save',
      key: 'identity',
      value: { client_id: '', client_email: 'qa@exemple.fr' },
    });
    await until(() => expect(text(find('#identity .save-status'))).toBe('Enregistré'));
  });

  it('keeps the focus on its button once there is nothing more to save, until one goes on', async () => {
    answerMessages(save);
    show(page);
    await says('Identifiant client');
    type('#identity input[type=email]', 'qa@exemple.fr');
    const button = find('#identity button', 'Enregistrer');
    button.focus();
    click('#identity button', 'Enregistrer');
    await until(() => expect(text(find('#identity .save-status'))).toBe('Enregistré'));
    await until(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    // A control that is disabled loses the focus in Chromium.
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(document.activeElement).toBe(button);
    find('#identity input[type=email]').focus();
    await until(() => expect(button.hasAttribute('disabled')).toBe(true));
  });

  it('is not sent while it is wrong; the field says what to do', async () => {
    const asked = answerMessages(save);
    show(page);
    await says('Identifiant client');
    type('#identity input[type=email]', 'qa@exemple');
    submit('#identity form');
    await says('Cette adresse e-mail est incomplète.');
    const field = find('#identity input[type=email]');
    await until(() => expect(document.activeElement).toBe(field));
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => text(document.getElementById(id)));
    expect(described.join(' ')).toContain('incomplète');
    expect(asked).not.toHaveBeenCalled();
  });

  it('keeps what was typed when the background refuses', async () => {
    answerMessages(() => ({ failure: { code: 'invalid-setting', detail: 'identity' } }));
    show(page);
    await says('Identifiant client');
    type('#identity input[autocomplete=off]', '42');
    submit('#identity form');
    await says('Cette valeur n’est pas possible');
    expect(find('#identity input[autocomplete=off]')).toHaveProperty('value', '42');
  });
});

describe('data', () => {
  it('is imported part by part, and the outcome is told', async () => {
    const asked = answerMessages((message) => ({
      added: isLast(message) ? 0 : 2,
      updated: 0,
      kept: 1,
      refused: isLast(message) ? [] : [{ table: 'cm_sites', id: 'bad', reason: 'name: Invalid' }],
    }));
    show(page);
    await says('Importer');
    choose('{"version":1,"cm_sites":[{},{},{}]}');
    await says('Import terminé, avec des lignes refusées');
    expect(asked.mock.calls.map(([message]) => isLast(message))).toEqual([false, true]);
    for (const part of ['2 lignes ajoutées', '2 lignes inchangées', '1 ligne refusée', 'name: Invalid']) {
      expect(text()).toContain(part);
    }
  });

  it('that is no backup is refused with what to do', async () => {
    const asked = answerMessages();
    show(page);
    await says('Importer');
    choose('PK\u0003\u0004');
    await says('Ce fichier n’est pas du JSON.');
    expect(text()).toContain('Rien n’a été importé');
    expect(asked).not.toHaveBeenCalled();
  });

  it('that stops half-way says that it can be repeated', async () => {
    let calls = 0;
    answerMessages(() => {
      calls += 1;
      return calls === 1 ? { added: 1, updated: 0, kept: 0, refused: [] } : { failure: { code: 'busy', detail: '' } };
    });
    show(page);
    await says('Importer');
    choose('{"version":1,"cm_sites":[{}]}');
    await says('L’import s’est arrêté');
    expect(text()).toContain('Importez à nouveau le même fichier');
  });

  it('is exported as a file with the day in its name', async () => {
    await store([occurrence(1)]);
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function name(this: HTMLAnchorElement) {
      names.push(this.download);
    });
    show(page);
    await says('Exporter');
    click('#data button', 'Exporter');
    await says('lignes exportées');
    expect(names[0]).toMatch(/^vigie-\d{4}-\d\d-\d\d-\d{4}\.json$/u);
    expect(made).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});

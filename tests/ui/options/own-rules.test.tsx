// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { db } from '../../../src/ui/data/database.ts';
import { OptionsPage } from '../../../src/ui/options/options-page.tsx';
import { Page } from '../../../src/ui/shell/page.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { NOW } from '../rows.ts';
import {
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
import type { OwnRequest } from '../support.tsx';

const page = (
  <Page>
    <OptionsPage />
  </Page>
);

const PATIENCE = { timeout: 15_000, interval: 20 };
const PREVIEW = { problem: null, looked: 8, errors: 2, occurrences: 7, examples: [] };

/** A background that saves, masks digits, and finds patterns with an open bracket wrong. */
async function answer(message: OwnRequest): Promise<unknown> {
  if (message.type === 'settings.save') {
    await db.cm_settings.put({ key: message.key, value: message.value, updated_at: NOW });
    return null;
  }
  if (message.type === 'masking.preview') {
    const broken = JSON.stringify(message.settings).includes('((');
    return {
      text: message.text.replace(/\d+/gu, '#'),
      problems: broken ? [{ rule: 0, problem: 'invalid' }] : [],
    };
  }
  if (message.type === 'ignore.preview') return PREVIEW;
  throw new Error(`unexpected ${message.type}`);
}

async function stored(key: string): Promise<unknown> {
  return (await db.cm_settings.get(key))?.value;
}

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'fr-FR';
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: ['http://localhost/*'] }) });
  fakeGrants();
  answerMessages(answer);
  show(page);
  await says('Masquage');
  await until(() => find('#masking button', 'Ajouter une règle'));
});
afterEach(hide);

function faviconBox(): HTMLInputElement | null {
  return find('#ignore label', 'favicon').querySelector('input');
}

describe('masking', () => {
  it('adds a rule, tries it on a text, and saves it', async () => {
    click('#masking button', 'Ajouter une règle');
    await until(() => expect(document.activeElement).toBe(document.querySelector('#masking fieldset input')));
    type('#masking fieldset input[maxlength="500"]', 'DOS-[0-9]+');
    type('#masking textarea', 'DOS-1234');
    await until(() => expect(text(find('#masking output'))).toBe('DOS-#'));
    submit('#masking form');
    await until(() => expect(text(find('#masking .save-status'))).toBe('Enregistré'));
    expect(await stored('redaction')).toEqual({ emails: true, rules: [{ pattern: 'DOS-[0-9]+' }] });
  });

  it('saves no rule that cannot work: it would drop every text', async () => {
    click('#masking button', 'Ajouter une règle');
    submit('#masking form');
    await says('Saisissez un motif, ou retirez la règle.');
    type('#masking fieldset input[maxlength="500"]', '((');
    await says('Vigie ne peut pas exécuter ce motif.');
    submit('#masking form');
    expect(document.activeElement).toBe(document.querySelector('#masking fieldset input'));
    expect(await stored('redaction')).toBeUndefined();
  });

  it('says that there are as many as can be', async () => {
    const rules = Array.from({ length: 25 }, (_, index) => ({ pattern: `secret${String(index)}` }));
    await db.cm_settings.put({ key: 'redaction', value: { emails: true, rules }, updated_at: NOW });
    await says('Il y a 25 règles, le maximum.');
    click('#masking button[aria-label="Retirer la règle 25"]');
    await until(() => find('#masking button', 'Ajouter une règle'));
  });
});

describe('ignore rules', () => {
  it('turns built-in ones off and on', async () => {
    faviconBox()?.click();
    await expect.poll(() => stored('ignore'), PATIENCE).toEqual({ disabled: ['builtin:favicon'], rules: [] });
    await until(() => expect(text(find('#ignore fieldset .save-status'))).toBe('Enregistré'));
    faviconBox()?.click();
    await expect.poll(() => stored('ignore'), PATIENCE).toEqual({ disabled: [], rules: [] });
    await until(() => expect(faviconBox()?.checked).toBe(true));
  });

  it('adds one with a look at what it would have hit, edits it, turns it off, removes it and takes that back, the focus never lost', async () => {
    click('#ignore button', 'Ajouter une règle');
    submit('#ignore form');
    await says('Indiquez ce que la règle recherche.');
    type('#ignore form input[maxlength="500"]', 'timeout');
    await says('2 erreurs, 7 occurrences, parmi les 8 plus récentes');
    submit('#ignore form');
    await until(() => find('#ignore .site-item', 'timeout'));
    expect(await stored('ignore')).toMatchObject({
      rules: [{ name: '', enabled: true, match: { contains: { field: 'message', text: 'timeout' } } }],
    });
    click('#ignore .site-item button', 'Modifier');
    type('#ignore form input[maxlength="200"]', 'Lenteur');
    submit('#ignore form');
    await until(() => find('#ignore .site-item label', 'Lenteur'));
    find('#ignore .site-item label', 'Lenteur').querySelector('input')?.click();
    // The box itself is ticked off at once.
    await expect.poll(() => stored('ignore'), PATIENCE).toMatchObject({ rules: [{ enabled: false }] });
    find('#ignore .site-item button', 'Retirer').focus();
    click('#ignore .site-item button', 'Retirer');
    await until(() => expect(document.querySelector('#ignore .site-item')).toBeNull());
    expect(await stored('ignore')).toMatchObject({ rules: [] });
    await until(() => expect(document.activeElement).not.toBe(document.body));
    await until(() => find('.toast button', 'Annuler'));
    click('.toast button', 'Annuler');
    await until(() => find('#ignore .site-item label', 'Lenteur'));
  });
});

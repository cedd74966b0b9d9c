// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { saveSetting } from '../../../src/storage/preferences.ts';
import { db } from '../../../src/ui/data/database.ts';
import { PopupPage } from '../../../src/ui/popup/popup-page.tsx';
import { Page } from '../../../src/ui/shell/page.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { different, NOW, occurrence, store, uuid } from '../rows.ts';
import {
  answerMessages,
  click,
  emptyDatabase,
  find,
  hide,
  labelled,
  press,
  says,
  show,
  submit,
  text,
  type,
  until,
} from '../support.tsx';

const TAB = 7;

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
  fakeGrants('https://shop.example/*');
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [] });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: TAB, url: 'https://shop.example/cart' }] });
});
afterEach(hide);

function open(): void {
  show(
    <Page>
      <PopupPage />
    </Page>,
  );
}

/** The popup with these errors, in which the keys work. */
async function withErrors(count: number): Promise<void> {
  await store(different(count), TAB);
  open();
  await says('failure number 1');
  await until(() => expect(document.querySelector('[aria-keyshortcuts="R"]')).not.toBeNull());
}

function selected(): string {
  return text(find('.error-item[data-selected]'));
}

describe('the selected error', () => {
  it('is the first one until the focus is in another', async () => {
    await withErrors(3);
    expect(selected()).toContain('failure number 1');
    press('j');
    press('j');
    await until(() => expect(selected()).toContain('failure number 2'));
    press('k');
    await until(() => expect(selected()).toContain('failure number 1'));
  });

  it('is resolved by a key, which can be taken back', async () => {
    await withErrors(2);
    const asked = answerMessages(() => ({ ticket: null }));
    press('r');
    await says('Error resolved');
    expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'error.resolve', resolved: true }));
    click('.toast button');
    await until(() =>
      expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'error.resolve', resolved: false })),
    );
  });

  it('has its ticket put aside until tomorrow', async () => {
    await withErrors(1);
    const [ticket] = await db.cm_support_tickets.toArray();
    const asked = answerMessages(() => ({ ticket }));
    press('s');
    await says('Ticket snoozed');
    const [sent] = asked.mock.calls[0] ?? [];
    expect(sent).toMatchObject({ type: 'ticket.command', ticket: ticket?.id, command: { op: 'snooze' } });
  });

  it('gets a ticket where it has none', async () => {
    await store([occurrence(1, { error_type: 'console_warn', message: 'old prices' })], TAB);
    open();
    await says('old prices');
    await until(() => expect(document.querySelector('[aria-keyshortcuts="C"]')).not.toBeNull());
    expect(document.querySelector('[aria-keyshortcuts="S"]')).toBeNull();
    const asked = answerMessages(() => ({ failure: { code: 'busy', detail: '' } }));
    press('c');
    await says('Vigie is busy.');
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ type: 'ticket.create', error: uuid(1) }));
  });

  it('is opened in a tab, and ignored by a rule that is asked for first', async () => {
    await withErrors(1);
    const create = vi.fn(async () => ({}));
    Object.assign(fakeBrowser.tabs, { create });
    press('o');
    expect(create).toHaveBeenCalledWith({ url: `/dashboard.html#/monitoring/${uuid(1)}` });
    press('i');
    await says('Ignore from now on');
  });
});

describe('my open tickets', () => {
  it('are those assigned to whoever uses the browser, and those of errors that they met', async () => {
    const met = { client_id: null, client_email: null };
    await store([occurrence(1, { message: 'of somebody', metadata: met }), occurrence(2, { message: 'mine' })]);
    await db.cm_support_tickets
      .filter(({ sujet }) => sujet.includes('mine'))
      .modify((ticket) => {
        ticket.metadata.assigned_to = 'qa@example.com';
      });
    await saveSetting(db, 'identity', { client_id: '', client_email: 'qa@example.com' }, NOW);
    open();
    await until(() => expect(document.querySelectorAll('.my-ticket')).toHaveLength(1));
    expect(text(find('.my-ticket'))).toContain('mine');
  });

  it('ask who one is where nobody said so', async () => {
    open();
    await says('Set my identity');
  });
});

describe('a problem that is reported by hand', () => {
  it('needs a few words, and becomes a ticket', async () => {
    await withErrors(1);
    click('button', 'Report a problem');
    submit('.report');
    await says('Say in a few words what is wrong.');
    type(labelled('What is wrong?'), 'The total is wrong');
    const [ticket] = await db.cm_support_tickets.toArray();
    const asked = answerMessages(() => ({ ticket, created: true }));
    submit('.report');
    await says(`Ticket ${ticket?.metadata.number ?? ''} was created.`);
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'ticket.report', tab: TAB, sujet: 'The total is wrong', context: true }),
    );
  });

  it('says what to do when the browser allows no screenshot, and keeps what was typed', async () => {
    await withErrors(1);
    Object.assign(fakeBrowser.tabs, { get: async () => ({ active: false }) });
    click('button', 'Report a problem');
    type(labelled('What is wrong?'), 'The total is wrong');
    click('button', 'Add a screenshot');
    await says('The browser did not allow the screenshot.');
    click('button', 'Cancel');
    click('button', 'Report a problem');
    expect(find(labelled('What is wrong?'))).toHaveProperty('value', 'The total is wrong');
  });
});

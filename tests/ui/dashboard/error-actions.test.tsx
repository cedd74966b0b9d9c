// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { errorsOnScreen } from '../../../src/ui/dashboard/monitoring/on-screen.ts';
import { db } from '../../../src/ui/data/database.ts';
import { Page } from '../../../src/ui/shell/page.tsx';
import { different, occurrence, PROJECT, store } from '../rows.ts';
import { ticketRow } from '../tickets.ts';
import {
  answerMessages,
  choose,
  click,
  emptyDatabase,
  find,
  go,
  hide,
  labelled,
  press,
  says,
  show,
  submit,
  text,
  until,
  type OwnRequest,
} from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
  go('#/monitoring');
});
afterEach(hide);

function showDashboard(): void {
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
}

function messages(): string[] {
  return [...document.querySelectorAll('tbody .row-link')].map((link) => text(link));
}

function heads(): string[] {
  return [...document.querySelectorAll('.section-row')].map((row) => text(row));
}

function setResolved(message: string, resolved: boolean): Promise<unknown> {
  return db.groups.filter((group) => group.message === message).modify({ resolved });
}

test('resolved errors are hidden until one asks for them', async () => {
  await store(different(3));
  await setResolved('failure number 2', true);
  showDashboard();
  await says('2 errors shown');
  choose(labelled('State'), 'resolved');
  await until(() => expect(messages()).toEqual(['failure number 2']));
  expect(text(find('tbody tr'))).toContain('Resolved');
  expect(location.hash).toBe('#/monitoring?state=resolved');
  choose(labelled('State'), 'all');
  await says('3 errors shown');
  choose(labelled('State'), 'active');
  await says('2 errors shown');
  expect(location.hash).toBe('#/monitoring');
});

test('errors stand under the type or the source that they share', async () => {
  await store([
    ...different(2),
    occurrence(9, { message: 'Failed to fetch', error_type: 'network_error', metadata: { count: 4 } }),
  ]);
  showDashboard();
  await says('3 errors shown');
  choose(labelled('Group by'), 'type');
  await until(() =>
    expect(heads()).toEqual(['JavaScript error 2 errors, 2 occurrences', 'Network failure 1 error, 4 occurrences']),
  );
  choose(labelled('Group by'), 'source');
  await until(() => expect(heads()).toEqual(['cart.js 3 errors, 6 occurrences']));
});

test('what the console counts in is the order under the heads', async () => {
  await store([
    occurrence(1, { message: 'a', timestamp: '2026-03-02T11:00:00.000Z' }),
    occurrence(2, { message: 'b', timestamp: '2026-03-02T10:00:00.000Z', error_type: 'network_error' }),
    occurrence(3, { message: 'c', timestamp: '2026-03-02T09:00:00.000Z' }),
  ]);
  go('#/monitoring?group=type');
  showDashboard();
  await says('3 errors shown');
  expect(messages()).toEqual(['a', 'c', 'b']);
  expect(errorsOnScreen().map(({ message }) => message)).toEqual(['a', 'c', 'b']);
});

test('an error is resolved from its row, and the focus goes on to the next', async () => {
  await store(different(3));
  const sent: OwnRequest[] = [];
  answerMessages((message) => {
    sent.push(message);
    return { ticket: null };
  });
  showDashboard();
  await says('3 errors shown');
  click('button[aria-label="Resolve: failure number 1"]');
  await says('Error resolved');
  const { signature } = errorsOnScreen()[0] ?? {};
  expect(sent).toMatchObject([{ type: 'error.resolve', project: PROJECT, signature, resolved: true }]);
  expect(text(document.activeElement)).toBe('failure number 2');
  await setResolved('failure number 1', true);
  await says('2 errors shown');
  press('r');
  await until(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toMatchObject({ signature: errorsOnScreen()[0]?.signature });
});

test('a resolved error can be made active again', async () => {
  await store(different(1));
  await setResolved('failure number 1', true);
  const asked = answerMessages(() => ({ ticket: null }));
  go('#/monitoring?state=resolved');
  showDashboard();
  await says('1 error shown');
  click('button[aria-label="Mark as active again: failure number 1"]');
  await says('Error active again');
  expect(asked).toHaveBeenCalledWith(expect.objectContaining({ type: 'error.resolve', resolved: false }));
});

test('an error without a ticket gets one, and a refusal is said', async () => {
  await store([occurrence(1, { message: 'The price list is old', error_type: 'console_warn' })]);
  showDashboard();
  await says('1 error shown');
  answerMessages(() => ({ failure: { code: 'unknown-error', detail: '' } }));
  click('tbody button', 'Create ticket');
  await says('This error is no longer here');
  const asked = answerMessages(() => ({ ticket: ticketRow(), created: true }));
  click('tbody button', 'Create ticket');
  await says('Ticket V-TEST01 created');
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ type: 'ticket.create', error: errorsOnScreen()[0]?.last_error_id }),
  );
});

test('an error is ignored from its row, by a rule to look at first', async () => {
  await store([occurrence(1, { message: 'The price list is old', error_type: 'console_warn' })]);
  const sent: OwnRequest[] = [];
  answerMessages((message) => {
    sent.push(message);
    return message.type === 'ignore.preview'
      ? { looked: 1, errors: 1, occurrences: 1, samples: [], problem: null }
      : null;
  });
  showDashboard();
  await says('1 error shown');
  click('.row-actions button:last-of-type');
  await until(() => find('dialog form'));
  submit('dialog form');
  await until(() => expect(document.querySelector('dialog')).toBeNull());
  const saved = sent.find((message) => message.type === 'settings.save');
  expect(saved).toMatchObject({
    key: 'ignore',
    value: { rules: [{ match: { contains: { text: 'The price list is old' } } }] },
  });
});

test('the page of an error resolves it and makes its ticket, by keys too', async () => {
  await store([occurrence(1, { message: 'The price list is old', error_type: 'console_warn' })]);
  go(`#/monitoring/${occurrence(1).id}`);
  const sent: OwnRequest[] = [];
  answerMessages((message) => {
    sent.push(message);
    return { ticket: ticketRow(), created: true };
  });
  showDashboard();
  await says('Full message');
  click('.screen-title button', 'Create ticket');
  await says('Ticket V-TEST01 created');
  await until(() => {
    press('r');
    expect(sent.some(({ type }) => type === 'error.resolve')).toBe(true);
  });
  await says('Error resolved');
});

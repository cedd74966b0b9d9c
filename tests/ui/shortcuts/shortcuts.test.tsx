// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { db } from '../../../src/ui/data/database.ts';
import { Page } from '../../../src/ui/shell/page.tsx';
import {
  listenForShortcuts,
  presentShortcuts,
  registerShortcuts,
  type Shortcut,
} from '../../../src/ui/shortcuts/registry.ts';
import { different, store } from '../rows.ts';
import {
  answerMessages,
  click,
  emptyDatabase,
  find,
  go,
  hide,
  labelled,
  press,
  says,
  show,
  text,
  type,
  until,
} from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
  go('#/monitoring');
});
afterEach(hide);

function shortcut(keys: string, run: () => void = () => {}): Shortcut {
  return { keys, label: keys, run };
}

function showDashboard(): void {
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
}

test('a sequence runs alone, without what its last key does by itself', () => {
  const single = vi.fn();
  const sequence = vi.fn();
  const undo = [
    registerShortcuts(() => [shortcut('g m', sequence)]),
    registerShortcuts(() => [shortcut('m', single)]),
    listenForShortcuts(),
  ];
  press('g');
  press('m');
  expect([sequence.mock.calls.length, single.mock.calls.length]).toEqual([1, 0]);
  press('m');
  expect([sequence.mock.calls.length, single.mock.calls.length]).toEqual([1, 1]);
  for (const each of undo) each();
  press('m');
  expect(single).toHaveBeenCalledOnce();
});

test('the later part of the screen has the key, and gives it back', () => {
  const undoFirst = registerShortcuts(() => [shortcut('s'), shortcut('a')]);
  const second = shortcut('s');
  const undoSecond = registerShortcuts(() => [second]);
  expect(presentShortcuts().map(({ keys }) => keys)).toEqual(['s', 'a']);
  expect(presentShortcuts()[0]).toBe(second);
  undoSecond();
  expect(presentShortcuts()[0]).not.toBe(second);
  undoFirst();
  expect(presentShortcuts()).toEqual([]);
});

test('keys lead from screen to screen, but not while somebody types', async () => {
  showDashboard();
  await says('No error captured yet');
  await until(() => {
    press('g');
    press('t');
    expect(location.hash).toBe('#/tickets');
  });
  await says('No ticket yet');
  find(labelled('Search')).focus();
  press('g');
  press('m');
  expect(location.hash).toBe('#/tickets');
});

test('the help tells the keys of the screen, and gives the focus back', async () => {
  showDashboard();
  await says('No error captured yet');
  find('button[aria-label="Keyboard shortcuts"]').focus();
  click('button[aria-label="Keyboard shortcuts"]');
  expect(text(find('dialog[open]'))).toContain('Go to TicketsG then T');
  click('dialog button', 'Close');
  expect(document.querySelector('dialog')).toBeNull();
});

test('shortcuts can be turned off, and then no key runs anything', async () => {
  const asked = answerMessages();
  showDashboard();
  await says('No error captured yet');
  click('button[aria-label="Keyboard shortcuts"]');
  click('dialog input[type=checkbox]');
  expect(asked).toHaveBeenCalledWith({ type: 'settings.save', key: 'shortcuts', value: false });
  await db.cm_settings.put({ key: 'shortcuts', value: false, updated_at: '2026-03-02T12:00:00.000Z' });
  await until(() => expect(find('dialog input').matches(':checked')).toBe(false));
  click('dialog button', 'Close');
  expect(document.querySelector('[aria-keyshortcuts="?"]')).toBeNull();
  press('g');
  press('t');
  expect(location.hash).toBe('#/monitoring');
});

test('keys go down and up a list, and into its search', async () => {
  await store(different(3));
  showDashboard();
  await says('3 errors shown');
  await until(() => {
    press('j');
    expect(text(document.activeElement)).toBe('failure number 1');
  });
  press('j');
  expect(text(document.activeElement)).toBe('failure number 2');
  press('k');
  press('k');
  expect(text(document.activeElement)).toBe('failure number 1');
  press('/');
  expect(document.activeElement).toBe(find(labelled('Search')));
});

test('Enter looks a text up at once and leads on to the rows', async () => {
  await store(different(3));
  showDashboard();
  await says('3 errors shown');
  await until(() => {
    press('/');
    expect(document.activeElement).toBe(find(labelled('Search')));
  });
  type(labelled('Search'), 'number 2');
  press('Enter');
  expect(location.hash).toBe('#/monitoring?q=number+2');
  expect(document.activeElement).toBe(find('main'));
  await says('1 error shown');
  press('j');
  expect(text(document.activeElement)).toBe('failure number 2');
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { Page } from '../../../src/ui/shell/page.tsx';
import { different, HOSTILE, occurrence, store } from '../rows.ts';
import { click, emptyDatabase, find, go, hide, press, says, show, text, type, until } from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'fr';
  go('#/monitoring');
});
afterEach(hide);

async function opened(): Promise<void> {
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
  await until(() => find('[aria-label^="Rechercher ou agir"]'));
  click('[aria-label^="Rechercher ou agir"]');
  find('.dialog input').focus();
}

function options(): string[] {
  return [...document.querySelectorAll('.palette-option')].map((option) => text(option));
}

function chosen(): string {
  return text(find('.palette-option[aria-selected="true"]'));
}

test('a command is found without its accents, and run', async () => {
  await opened();
  expect(options().length).toBeGreaterThan(4);
  type('.dialog input', 'aller diagnostic');
  await until(() => expect(options()).toEqual([expect.stringContaining('Aller au Diagnostic')]));
  press('Enter');
  await until(() => expect(location.hash).toBe('#/diagnostic'));
  expect(document.querySelector('dialog')).toBeNull();
});

test('what has no key is found by its name, and is no part of the help about keys', async () => {
  await store(different(1));
  go('#/tickets');
  await opened();
  for (const [typed, name] of [
    ['csv', 'Exporter en CSV'],
    ['json', 'Exporter en JSON'],
    ['options', 'Ouvrir les options'],
  ] as const) {
    type('.dialog input', typed);
    await until(() => expect(options()).toEqual([expect.stringContaining(name)]));
  }
  press('Escape');
  hide();
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
  await until(() => find('button[aria-label="Raccourcis clavier"]'));
  click('button[aria-label="Raccourcis clavier"]');
  expect(text(find('dialog'))).not.toContain('CSV');
});

test('arrows choose among the results, round and round', async () => {
  await opened();
  type('.dialog input', 'aller');
  await until(() => expect(options().length).toBeGreaterThan(1));
  const [first, last] = [options()[0], options().at(-1)];
  expect(chosen()).toBe(first);
  press('ArrowUp');
  expect(chosen()).toBe(last);
  press('ArrowDown');
  expect(chosen()).toBe(first);
});

test('tickets and errors are found by their words, and hostile text is text', async () => {
  await store([...different(2), occurrence(50, { message: HOSTILE })]);
  await opened();
  type('.dialog input', 'failure number 2');
  await until(() => expect(options().filter((option) => option.includes('failure number 2'))).toHaveLength(2));
  expect(options()[0]).toMatch(/^Ticket.*V-/u);
  type('.dialog input', 'onerror');
  await says('HYPERLINK');
  expect(document.querySelector('.palette img, .palette script')).toBeNull();
  type('.dialog input', 'nothing is called so');
  await says('Rien ne porte ce nom');
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { ago, NOW, occurrence, PROJECT, store, uuid } from '../rows.ts';
import { choose, click, emptyDatabase, find, go, hide, labelled, says, show, text, until } from '../support.tsx';

const DAY = 86_400_000;

beforeEach(async () => {
  vi.setSystemTime(NOW);
  await emptyDatabase();
  go('#/statistics');
});
afterEach(() => {
  hide();
  vi.useRealTimers();
});

function figure(name: string): string {
  return text(find('.figure', name));
}

test('a period of nothing says so', async () => {
  show(<DashboardPage />, 'fr');
  await says('Rien pendant cette période');
  expect(document.title).toBe('Statistiques · Vigie');
});

test('the indicators, the charts with their numbers, and the rankings of a period', async () => {
  const zoe = { client_id: uuid(90), client_email: 'zoe@example.com' };
  await store([
    occurrence(1, { timestamp: ago(2 * DAY), metadata: { count: 4, ...zoe } }),
    occurrence(2, { message: 'The bank is away', error_type: 'http_error', timestamp: ago(60_000) }),
    occurrence(3, { message: 'Long ago', timestamp: ago(20 * DAY), metadata: { count: 50 } }),
  ]);
  show(<DashboardPage />);
  await until(() => expect(figure('Errors')).toContain('55'));
  expect(figure('Tickets created')).toContain('automatic');
  expect(text(find('.card', 'Most affected clients'))).toContain('zoe@example.com');
  choose(labelled('Period'), '7');
  await until(() => expect(figure('Errors')).toBe('Errors5Occurrences, all kinds'));
  expect(location.hash).toBe('#/statistics?days=7');
  const errors = find('.chart-plot[aria-label*="by type"]');
  expect(errors.getAttribute('aria-label')).toBe('Errors per day, by type: JavaScript error 4, HTTP error 1');
  const lines = [...find('.card', 'Errors per day, by type').querySelectorAll('tbody tr')].map((row) => text(row));
  expect(lines).toHaveLength(7);
  expect(lines[6]).toBe('Mar 2JavaScript error 0HTTP error 1');
  expect(text(find('.card', 'Most frequent errors'))).not.toContain('Long ago');
});

test('one site alone, and the figures anew', async () => {
  await store([occurrence(1, { timestamp: ago(DAY) })]);
  await store([
    occurrence(2, { timestamp: ago(DAY), metadata: { project: uuid(77), url: 'https://help.example/', count: 8 } }),
  ]);
  go(`#/statistics?site=${PROJECT}`);
  show(<DashboardPage />);
  await until(() => expect(figure('Errors')).toContain('1Occurrences'));
  await store([occurrence(3, { timestamp: ago(60_000) })]);
  click('button', 'Refresh');
  await until(() => expect(figure('Errors')).toContain('2Occurrences'));
});

import { describe, expect, it } from 'vitest';
import { screenOf } from '../../../src/ui/shell/guide-pages.ts';

const ID = '5d41402a-bc4b-8a76-9719-d911017c592a';

function led(address: string): string {
  return screenOf(new URL(address, 'moz-extension://vigie'));
}

describe('the pages of the guide', () => {
  it('lead to their screens', () => {
    expect(led('/pages/admin-monitoring.html')).toBe('/dashboard.html#/monitoring');
    expect(led('/pages/admin-support.html')).toBe('/dashboard.html#/tickets');
    expect(led(`/pages/admin-ticket-workflow.html?ticket=${ID}`)).toBe(`/dashboard.html#/tickets/${ID}`);
  });

  it('take a ticket by its number too, and letters of either case', () => {
    expect(led('/pages/admin-ticket-workflow.html?ticket=V-7K3FQ2')).toBe('/dashboard.html#/tickets/v-7k3fq2');
    expect(led(`/pages/admin-ticket-workflow.html?ticket=${ID.toUpperCase()}`)).toBe(`/dashboard.html#/tickets/${ID}`);
  });

  it.each([
    '',
    '?ticket=',
    '?ticket=TICKET_ID',
    `?ticket=${ID}%2F..%2F..`,
    '?ticket=%3Cimg%3E',
    '?ticket=V-7K3FQ2%23x',
  ])('show the list of tickets for %j, which names none', (search) => {
    expect(led(`/pages/admin-ticket-workflow.html${search}`)).toBe('/dashboard.html#/tickets');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { uuid } from '../../core/samples.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

const PICTURE = { type: 'image/webp', width: 4, height: 4, data: 'UklGRg==' };
const TAB = 7;

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
  profile.tabs.set(TAB, { url: 'http://localhost/cart?password=hunter2', title: 'Cart of jane@example.com' });
});

function report(more: object = {}) {
  const told = { tab: TAB, sujet: 'The total is wrong', expected: 'The sum', context: true };
  return profile.fromUi({ type: 'ticket.report', id: uuid(1), ...told, ...more });
}

async function onlyTicket() {
  const tickets = await profile.db.cm_support_tickets.filter(({ source }) => source === 'manual').toArray();
  expect(tickets).toHaveLength(1);
  return tickets[0]!;
}

describe('ticket.report', () => {
  it('opens a ticket by hand with the page, without its secrets', async () => {
    await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@example.com' } });
    await report();
    const ticket = await onlyTicket();
    expect(ticket).toMatchObject({ sujet: 'The total is wrong', client_email: 'qa@example.com', statut: 'ouvert' });
    expect(ticket.description).toMatch(/^The sum\n\nPage\u00A0: Cart of /u);
    expect(ticket.description).toContain('http://localhost/cart');
    expect(ticket.description).toContain('chromium 156.0');
    expect(ticket.description).not.toMatch(/hunter2|jane@/u);
  });

  it('names the latest errors of the tab, with their tickets', async () => {
    await profile.fromPage(batchOf([wireRecord({ message: 'Uncaught Error: no stock' })]));
    const [automatic] = await profile.db.cm_support_tickets.toArray();
    const [{ tab } = { tab: 0 }] = await profile.db.tab_groups.toArray();
    profile.tabs.set(tab, { url: 'http://localhost/', title: '' });
    await report({ tab });
    const { description } = await onlyTicket();
    expect(description).toContain(`- ${automatic?.metadata.number} `);
    expect(description).toContain('no stock (1 occurrence)');
  });

  it('says only what the person said when they want that', async () => {
    await report({ context: false });
    expect((await onlyTicket()).description).toBe('The sum');
  });

  it('keeps the picture with the ticket, once however often it is asked', async () => {
    const first = await report({ picture: PICTURE });
    profile.wake();
    expect(await report({ picture: PICTURE })).toEqual({ ...Object(first), created: true });
    const { id } = await onlyTicket();
    expect(await profile.db.cm_attachments.toArray()).toEqual([expect.objectContaining({ ticket_id: id, ...PICTURE })]);
  });

  it.each([
    ['a type that can hold scripts', { ...PICTURE, type: 'image/svg+xml' }],
    ['what is no picture of its type', { ...PICTURE, data: 'PHN2Zz4=' }],
    ['more than fits', { ...PICTURE, data: `UklGR${'A'.repeat(700_000)}` }],
  ])('refuses %s, and opens no ticket', async (_, picture) => {
    expect(await report({ picture })).toMatchObject({ failure: { code: 'malformed' } });
    expect(await profile.db.cm_support_tickets.count()).toBe(0);
  });
});

describe('a picture of a ticket', () => {
  it('is removed, and put back', async () => {
    await report({ picture: PICTURE });
    const [{ id, ticket_id: ticket } = { id: '', ticket_id: '' }] = await profile.db.cm_attachments.toArray();
    expect(await profile.fromUi({ type: 'attachment.remove', id })).toBeNull();
    expect(await profile.db.cm_attachments.count()).toBe(0);
    const add = { type: 'attachment.add', id, ticket, picture: PICTURE };
    expect(await profile.fromUi(add)).toBeNull();
    expect(await profile.fromUi(add)).toBeNull();
    expect(await profile.db.cm_attachments.count()).toBe(1);
    expect(await profile.fromUi({ ...add, ticket: uuid(99) })).toMatchObject({ failure: { code: 'unknown-ticket' } });
  });
});

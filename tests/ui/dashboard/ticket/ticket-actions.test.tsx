// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '../../../../src/ui/data/database.ts';
import { NOW } from '../../rows.ts';
import {
  answerMessages,
  choose,
  click,
  find,
  hide,
  labelled,
  press,
  says,
  submit,
  text,
  type,
  until,
  type OwnRequest,
} from '../../support.tsx';
import { buttons, commands, readyForTicket, showTicket } from './show-ticket.tsx';

beforeEach(readyForTicket);
afterEach(hide);

describe('other actions', () => {
  it('resolve in a release', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Mark as resolved');
    type(labelled('Release with the fix'), '2.4.1');
    submit('dialog form');
    await says('Status: Resolved');
    expect(sent()).toEqual([{ op: 'resolve', release: '2.4.1' }]);
  });

  it('comment, by the key too, and only with words', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    await until(() => {
      press('c');
      expect(document.activeElement).toBe(find('.comment-form textarea'));
    });
    submit('.comment-form');
    type('.comment-form textarea', 'to be looked at');
    submit('.comment-form');
    await says('Comment added');
    expect(sent()).toEqual([{ op: 'comment', text: 'to be looked at' }]);
    await until(() => expect(find('.comment-form textarea')).toHaveProperty('value', ''));
  });

  it('assign to me asks who that is only while nobody has said', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Assign to me');
    await says('enter your identity in the options');
    click('dialog button', 'Cancel');
    await db.cm_settings.put({ key: 'identity', value: { client_email: 'lea@example.com' }, updated_at: NOW });
    await until(() => {
      click('.actions button', 'Assign to me');
      expect(sent()).toEqual([{ op: 'assign', to: 'lea@example.com' }]);
    });
  });

  it('assign to nobody', async () => {
    const ticket = await showTicket();
    await db.cm_support_tickets.update(ticket.id, { 'metadata.assigned_to': 'bob@example.com' });
    await says('bob@example.com');
    const sent = commands(() => ticket);
    await until(() => {
      press('a');
      expect(find('dialog')).toBeTruthy();
    });
    type(labelled('E-mail or name'), ' ');
    submit('dialog form');
    await says('Assigned to nobody');
    expect(sent()).toEqual([{ op: 'assign', to: null }]);
  });

  it('change priority and category', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Priority');
    click('dialog .choice', 'Low');
    submit('dialog form');
    await says('Priority: Low');
    click('.actions button', 'Category');
    type(labelled('Category'), 'paiement');
    submit('dialog form');
    await says('Category: paiement');
    expect(sent()).toEqual([
      { op: 'priority', to: 'basse' },
      { op: 'category', to: 'paiement' },
    ]);
  });

  it('snooze until so many more clients, and wake up', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Snooze');
    click('dialog .choice', 'more affected clients');
    type(labelled('How many more'), '0');
    submit('dialog form');
    await says('A whole number from 1 on.');
    type(labelled('How many more'), '3');
    submit('dialog form');
    await says('Ticket snoozed');
    const snooze = { since: NOW, clients: 3, from_occurrences: 1, from_clients: 0 };
    await db.cm_support_tickets.update(ticket.id, { 'metadata.snooze': snooze });
    await says('until 3 more clients (0 so far)');
    click('.actions button', 'Wake up');
    await says('Ticket woken up');
    expect(sent()).toEqual([{ op: 'snooze', clients: 3 }, { op: 'unsnooze' }]);
  });

  it('merge into a ticket that is found by its number, and take that back', async () => {
    const ticket = await showTicket();
    const other = (await db.cm_support_tickets.toArray()).find(({ id }) => id !== ticket.id);
    const number = other?.metadata.number ?? '';
    const sent = commands(() => ticket);
    click('.actions button', 'Merge');
    await until(() => expect(document.querySelectorAll('dialog .choice')).toHaveLength(2));
    submit('dialog form');
    await says('Choose the ticket to merge into.');
    type(labelled('Number or words'), number.toLowerCase());
    await until(() => expect(document.querySelectorAll('dialog .choice')).toHaveLength(1));
    click('dialog .choice', number);
    submit('dialog form');
    await says(`Merged into ${number}`);
    await db.cm_support_tickets.update(ticket.id, { statut: 'ferme', 'metadata.merged_into': other?.id ?? '' });
    await says('This ticket was merged into');
    await until(() => expect(buttons()).toEqual(['Take the merge backU']));
    expect(document.querySelector('.comment-form')).toBeNull();
    click('.actions button', 'Take the merge back');
    await says('Merge taken back');
    expect(sent()).toEqual([{ op: 'merge', into: other?.id }, { op: 'unmerge' }]);
  });

  it('notify the clients in their language, with words to begin with', async () => {
    const ticket = await showTicket({ client_email: 'client@example.com' });
    const sent = commands(() => ticket);
    click('.actions button', 'Notify the client');
    await says('To 1 client:client@example.com');
    submit('dialog form');
    await says('Write the message first.');
    choose(labelled('Language of the message'), 'fr');
    choose(labelled('Start from'), 'solved');
    const { value } = Object(find('dialog textarea'));
    expect(value).toContain(`Le problème du ticket ${ticket.metadata.number} est résolu.`);
    expect(find('dialog a', 'Open in my e-mail program').getAttribute('href')).toMatch(
      /^mailto:\?bcc=client%40example\.com&subject=/u,
    );
    submit('dialog form');
    await says('Message recorded');
    expect(sent()).toEqual([{ op: 'notify', message: value }]);
  });

  it('notify nobody where no client has an address, and say so', async () => {
    const ticket = await showTicket({ client_email: null });
    const sent = commands(() => ticket);
    click('.actions button', 'Notify the client');
    type('dialog textarea', 'hello');
    submit('dialog form');
    await says('nobody can be notified');
    expect(sent()).toEqual([]);
  });

  it('record a correction against the occurrence, and show it compared', async () => {
    const asked: OwnRequest[] = [];
    const ticket = await showTicket();
    answerMessages((message) => {
      asked.push(message);
      return { rows: [] };
    });
    click('.actions button', 'Record a correction');
    submit('dialog form');
    await says('Name the file, and give the old or the new code.');
    type(labelled('Old code'), 'return total();');
    type(labelled('New code'), 'return sum;');
    choose(labelled('Tests'), 'passed');
    type(labelled('Test results'), '{"passed": 12}');
    submit('dialog form');
    await says('Correction recorded');
    expect(asked).toMatchObject([
      { type: 'corrections.log', corrections: [{ errorId: ticket.error_id, testResults: { passed: 12 } }] },
    ]);
    await db.cm_error_corrections.put({
      id: ticket.id,
      error_id: ticket.error_id,
      file_path: 'js/cart.js',
      old_code: 'a\nb',
      new_code: 'a\nc',
      description: 'why',
      applied_by: 'lea@example.com',
      applied_at: NOW,
      test_status: 'passed',
      test_results: { passed: 12 },
    });
    await says('Tests passed');
    expect([...document.querySelectorAll('.diff tr')].map((row) => text(row))).toEqual([
      '11 a',
      '2−removedb',
      '2+addedc',
    ]);
  });

  it('copy the ticket as Markdown', async () => {
    const write = vi.fn(async () => undefined);
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object.assign(navigator.clipboard, { writeText: write }));
    const ticket = await showTicket();
    click('.actions button', 'Copy as Markdown');
    await says('Copied');
    expect(write).toHaveBeenCalledWith(expect.stringContaining(`### ${ticket.metadata.number}`));
    vi.restoreAllMocks();
  });
});

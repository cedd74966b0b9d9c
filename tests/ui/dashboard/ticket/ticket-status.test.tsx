// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerMessages, click, find, hide, says, submit, text, type, until } from '../../support.tsx';
import { buttons, commands, readyForTicket, refuse, showTicket } from './show-ticket.tsx';

beforeEach(readyForTicket);
afterEach(hide);

describe('changes of status', () => {
  it.each([
    ['ouvert', ['Start workW', 'Mark as resolvedR', 'Close the ticketX']],
    ['en_cours', ['Wait for clientH', 'Mark as resolvedR', 'Close the ticketX']],
    ['en_attente_client', ['Start workW', 'Mark as resolvedR', 'Close the ticketX']],
    ['resolu', ['ReopenO', 'Close the ticketX']],
    ['ferme', ['ReopenO']],
  ] as const)('%s offers what the rules allow', async (statut, offered) => {
    await showTicket({ statut });
    await until(() => expect(buttons()).toEqual(offered));
  });

  it('are one click, tell what status was seen, and are announced', async () => {
    const asked = answerMessages((message) => {
      expect(message).toMatchObject({ command: { op: 'status', to: 'en_cours' }, expected: 'ouvert' });
      return { ticket };
    });
    const ticket = await showTicket();
    click('.actions button', 'Start work');
    await says('Status: In progress');
    expect(asked).toHaveBeenCalledOnce();
    expect(find('.toast').getAttribute('role')).toBe('status');
  });

  it('that are refused say what to do', async () => {
    await showTicket();
    refuse('status-changed');
    click('.actions button', 'Start work');
    await says('The ticket’s status has changed meanwhile');
  });

  it('take a note on the way', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Change status');
    expect([...document.querySelectorAll('dialog .choice')].map((choice) => text(choice))).toEqual([
      'In progress',
      'Resolved',
    ]);
    type('dialog textarea', 'seen with Léa');
    submit('dialog form');
    await says('Status: In progress');
    expect(sent()).toEqual([{ op: 'status', to: 'en_cours', note: 'seen with Léa' }]);
    expect(document.querySelector('dialog')).toBeNull();
  });
});

describe('closing', () => {
  it('of an open ticket wants a resolution', async () => {
    const ticket = await showTicket();
    const sent = commands(() => ticket);
    click('.actions button', 'Close the ticket');
    submit('dialog form');
    await says('Say how it was solved');
    expect(sent()).toEqual([]);
    type('dialog textarea', 'fixed in 2.4.1');
    submit('dialog form');
    await says('Status: Closed');
    expect(sent()).toEqual([{ op: 'close', resolution: 'fixed in 2.4.1' }]);
  });

  it('that is refused loses no word, not even when the dialog is left', async () => {
    await showTicket();
    refuse('unreachable');
    click('.actions button', 'Close the ticket');
    type('dialog textarea', 'a long explanation');
    submit('dialog form');
    await says('Vigie’s background did not answer');
    expect(find('dialog textarea')).toHaveProperty('value', 'a long explanation');
    click('dialog button', 'Cancel');
    click('.actions button', 'Close the ticket');
    expect(find('dialog textarea')).toHaveProperty('value', 'a long explanation');
  });

  it('that got no answer is the same command when it is sent again, another text another one', async () => {
    await showTicket();
    const asked = answerMessages(() => ({ failure: { code: 'busy', detail: '' } }));
    click('.actions button', 'Close the ticket');
    for (const words of ['one', 'one', 'two']) {
      type('dialog textarea', words);
      submit('dialog form');
      await says('Vigie is busy');
      await until(() => expect(find('dialog button', 'Close').getAttribute('aria-busy')).toBeNull());
    }
    const ids = asked.mock.calls.map(([message]) => ('id' in message ? message.id : ''));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
  });
});

import type { DefaultTemplates } from './mail-template.ts';
import { templateOf } from './template-parts.ts';

const open = 'Open the ticket';
const foot = 'You receive this message because a problem affected you on {{project}}. Ticket {{number}}.';
const adminFoot = 'Automatic message from Vigie to the team. Ticket {{number}}.';
const hello = 'Hello{{#reader}} {{reader}}{{/reader}},';
const sign = 'The team of {{project}}';

/** Who wants the evidence gets all of it. */
const evidence = [
  ['Error', 'error'],
  ['File', 'place'],
  ['Page', 'page'],
  ['First seen', 'first_seen'],
  ['Last seen', 'last_seen'],
  ['Occurrences', 'occurrences'],
  ['Affected clients', 'clients'],
] as const;

export const ENGLISH: DefaultTemplates = {
  'error-detected': {
    client: templateOf({
      state: 'New',
      tone: 'alarm',
      subject: '{{project}}: a problem was detected ({{number}})',
      heading: 'We have detected a problem',
      lines: [
        hello,
        'An error happened during your visit to {{project}} on {{last_seen}}. There is nothing you need to do: our team was told and follows ticket {{number}}.',
        'We will write to you as soon as the problem is settled.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: templateOf({
      state: 'New',
      tone: 'alarm',
      subject: '{{number}} {{title}}',
      heading: 'New error on {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'error-returned': {
    client: templateOf({
      state: 'Back',
      tone: 'alarm',
      subject: '{{project}}: the problem has come back ({{number}})',
      heading: 'The problem has come back',
      lines: [
        hello,
        'The problem of ticket {{number}}, which we thought was solved, happened again on {{last_seen}} on {{project}}. The ticket is open again and our team is at work on it.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: templateOf({
      state: 'Back',
      tone: 'alarm',
      subject: '{{number}} {{title}}',
      heading: 'An error is back on {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'ticket-closed': {
    client: templateOf({
      state: 'Closed',
      tone: 'calm',
      subject: '{{project}}: the problem is settled ({{number}})',
      heading: 'The problem is settled',
      lines: [
        hello,
        'The problem of ticket {{number}} on {{project}} has not happened since {{last_seen}}. We have closed the ticket.',
        'Should it come back, the ticket opens again and we tell you at once.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: templateOf({
      state: 'Closed',
      tone: 'calm',
      subject: '{{number}} {{title}}',
      heading: 'Ticket closed on {{project}}',
      lines: ['{{title}}'],
      facts: [['Resolution', 'resolution'], ...evidence],
      open,
      foot: adminFoot,
    }),
  },
  'error-escalated': {
    client: templateOf({
      state: 'Frequent',
      tone: 'alarm',
      subject: '{{project}}: the problem keeps happening ({{number}})',
      heading: 'The problem keeps happening',
      lines: [
        hello,
        'The problem of ticket {{number}} keeps happening on {{project}}. Our team is at work on it.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: templateOf({
      state: 'Frequent',
      tone: 'alarm',
      subject: '{{number}} {{occurrences}} times: {{title}}',
      heading: 'An error keeps happening on {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'ticket-message': {
    client: templateOf({
      state: '{{state}}',
      tone: 'plain',
      subject: '{{project}}: a message about your ticket {{number}}',
      heading: 'A message from our team',
      lines: [],
      quote: 'message',
      facts: [],
      open,
      foot,
    }),
    admin: templateOf({
      state: '{{state}}',
      tone: 'plain',
      subject: '{{number}} {{title}}',
      heading: 'Message sent to clients',
      lines: ['{{title}}'],
      quote: 'message',
      facts: [],
      open,
      foot: adminFoot,
    }),
  },
};

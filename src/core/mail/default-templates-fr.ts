import type { DefaultTemplates } from './mail-template.ts';
import type { MailTemplate } from './mail-template.ts';
import { templateOf, type Wording } from './template-parts.ts';

/** Signs that French sets apart must not begin a line. */
function written(wording: Wording): MailTemplate {
  const { subject, text, html } = templateOf(wording, ' :');
  return { subject: french(subject), text: french(text), html: french(html) };
}

function french(words: string): string {
  return words.replace(/ (?=[:;?!])/g, '\u00A0');
}

const open = 'Ouvrir le ticket';
const foot = 'Vous recevez ce message parce qu’un problème vous a touché sur {{project}}. Ticket {{number}}.';
const adminFoot = 'Message automatique de Vigie à l’équipe. Ticket {{number}}.';
const hello = 'Bonjour{{#reader}} {{reader}}{{/reader}},';
const sign = 'L’équipe de {{project}}';

/** Who wants the evidence gets all of it. */
const evidence = [
  ['Erreur', 'error'],
  ['Fichier', 'place'],
  ['Page', 'page'],
  ['Première apparition', 'first_seen'],
  ['Dernière apparition', 'last_seen'],
  ['Occurrences', 'occurrences'],
  ['Clients touchés', 'clients'],
] as const;

export const FRENCH: DefaultTemplates = {
  'error-detected': {
    client: written({
      state: 'Nouveau',
      tone: 'alarm',
      subject: '{{project}} : un problème a été détecté ({{number}})',
      heading: 'Nous avons détecté un problème',
      lines: [
        hello,
        'Une erreur s’est produite pendant votre visite de {{project}}, le {{last_seen}}. Vous n’avez rien à faire : notre équipe est prévenue et suit le ticket {{number}}.',
        'Nous vous écrirons dès que le problème sera clos.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: written({
      state: 'Nouveau',
      tone: 'alarm',
      subject: '{{number}} {{title}}',
      heading: 'Nouvelle erreur sur {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'error-returned': {
    client: written({
      state: 'De retour',
      tone: 'alarm',
      subject: '{{project}} : le problème est réapparu ({{number}})',
      heading: 'Le problème est réapparu',
      lines: [
        hello,
        'Le problème du ticket {{number}}, que nous pensions réglé, s’est reproduit le {{last_seen}} sur {{project}}. Le ticket est rouvert et notre équipe le reprend.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: written({
      state: 'De retour',
      tone: 'alarm',
      subject: '{{number}} {{title}}',
      heading: 'Une erreur est de retour sur {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'ticket-closed': {
    client: written({
      state: 'Clos',
      tone: 'calm',
      subject: '{{project}} : le problème est réglé ({{number}})',
      heading: 'Le problème est réglé',
      lines: [
        hello,
        'Le problème du ticket {{number}} sur {{project}} ne s’est plus produit depuis le {{last_seen}}. Nous avons clos le ticket.',
        'S’il revenait, le ticket serait rouvert et nous vous préviendrions aussitôt.',
        sign,
      ],
      facts: [],
      open,
      foot,
    }),
    admin: written({
      state: 'Clos',
      tone: 'calm',
      subject: '{{number}} {{title}}',
      heading: 'Ticket clos sur {{project}}',
      lines: ['{{title}}'],
      facts: [['Résolution', 'resolution'], ...evidence],
      open,
      foot: adminFoot,
    }),
  },
  'error-escalated': {
    client: written({
      state: 'Fréquent',
      tone: 'alarm',
      subject: '{{project}} : le problème se répète ({{number}})',
      heading: 'Le problème se répète',
      lines: [hello, 'Le problème du ticket {{number}} se répète sur {{project}}. Notre équipe y travaille.', sign],
      facts: [],
      open,
      foot,
    }),
    admin: written({
      state: 'Fréquent',
      tone: 'alarm',
      subject: '{{number}} {{occurrences}} fois : {{title}}',
      heading: 'Une erreur se répète sur {{project}}',
      lines: ['{{title}}'],
      facts: evidence,
      open,
      foot: adminFoot,
    }),
  },
  'ticket-message': {
    client: written({
      state: '{{state}}',
      tone: 'plain',
      subject: '{{project}} : un message au sujet de votre ticket {{number}}',
      heading: 'Un message de notre équipe',
      lines: [],
      quote: 'message',
      facts: [],
      open,
      foot,
    }),
    admin: written({
      state: '{{state}}',
      tone: 'plain',
      subject: '{{number}} {{title}}',
      heading: 'Message envoyé aux clients',
      lines: ['{{title}}'],
      quote: 'message',
      facts: [],
      open,
      foot: adminFoot,
    }),
  },
};

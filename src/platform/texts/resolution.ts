import type { TextTree } from '../i18n.ts';

/** The resolution of a ticket that closed by itself. Clients may read it. */
export const resolutionTexts = {
  silence: {
    en: 'The error has not come back for {silence}. It was last seen on {lastSeen}.',
    fr: 'L’erreur n’est pas réapparue depuis {silence}. Elle a été vue pour la dernière fois le {lastSeen}.',
  },
  visits: {
    en: 'Since then the page was opened {visits, plural, one {# time} other {# times}} without it, by {visitors, plural, one {# client} other {# clients}}.',
    fr: 'Depuis, la page a été consultée {visits, plural, one {# fois} other {# fois}} sans erreur, par {visitors, plural, one {# client} other {# clients}}.',
  },
  noVisits: {
    en: 'No visit of the page has been observed since then.',
    fr: 'Aucune visite de la page n’a été observée depuis.',
  },
  duration: {
    seconds: {
      en: '{count, plural, one {# second} other {# seconds}}',
      fr: '{count, plural, one {# seconde} other {# secondes}}',
    },
    minutes: {
      en: '{count, plural, one {# minute} other {# minutes}}',
      fr: '{count, plural, one {# minute} other {# minutes}}',
    },
    hours: {
      en: '{count, plural, one {# hour} other {# hours}}',
      fr: '{count, plural, one {# heure} other {# heures}}',
    },
    days: { en: '{count, plural, one {# day} other {# days}}', fr: '{count, plural, one {# jour} other {# jours}}' },
  },
} as const satisfies TextTree;

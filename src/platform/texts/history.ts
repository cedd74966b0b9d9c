import type { TextTree } from '../i18n.ts';

/** What a ticket's timeline says. The row's own description stands below as a detail. */
export const historyTexts = {
  title: { en: 'Timeline', fr: 'Timeline' },
  empty: { en: 'Nothing has happened to this ticket yet.', fr: 'Rien ne s’est encore passé sur ce ticket.' },
  system: { en: 'Vigie (automatic)', fr: 'Vigie (automatique)' },
  occurredAt: { en: 'Occurrence of {time}', fr: 'Occurrence du {time}' },
  action: {
    created: { en: 'Ticket created', fr: 'Ticket créé' },
    client_linked: { en: 'Client linked to the ticket', fr: 'Client lié au ticket' },
    reopened: { en: 'The error is back: ticket reopened', fr: 'L’erreur est réapparue : ticket rouvert' },
    closure_cancelled: {
      en: 'Closure cancelled: the error had come back before it',
      fr: 'Clôture annulée : l’erreur était réapparue avant celle-ci',
    },
    late_evidence: {
      en: 'An earlier occurrence was reported late; the status stays',
      fr: 'Une occurrence antérieure a été signalée tardivement ; le statut ne change pas',
    },
    status_changed: { en: 'Status changed', fr: 'Statut modifié' },
    comment: { en: 'Comment', fr: 'Commentaire' },
  },
  other: { en: 'Action “{action}”', fr: 'Action « {action} »' },
} as const satisfies TextTree;

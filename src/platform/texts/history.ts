import type { TextTree } from '../i18n.ts';

/** What a ticket's timeline says. The row's own description stands below as a detail. */
export const historyTexts = {
  title: { en: 'Timeline', fr: 'Timeline' },
  empty: { en: 'Nothing has happened to this ticket yet.', fr: 'Rien ne s’est encore passé sur ce ticket.' },
  system: { en: 'Vigie (automatic)', fr: 'Vigie (automatique)' },
  occurredAt: { en: 'Occurrence of {time}', fr: 'Occurrence du {time}' },
  change: { en: '{from} → {to}', fr: '{from} → {to}' },
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
    status: { en: 'Status changed', fr: 'Statut modifié' },
    resolved: { en: 'Marked as resolved', fr: 'Marqué comme résolu' },
    closed: { en: 'Ticket closed', fr: 'Ticket fermé' },
    assigned: { en: 'Assigned', fr: 'Assignation' },
    comment: { en: 'Internal comment', fr: 'Commentaire interne' },
    priority: { en: 'Priority changed', fr: 'Priorité modifiée' },
    category: { en: 'Category changed', fr: 'Catégorie modifiée' },
    snoozed: { en: 'Snoozed', fr: 'Mis en sommeil' },
    unsnoozed: { en: 'Woken up', fr: 'Réveillé' },
    merged: { en: 'Tickets merged', fr: 'Tickets fusionnés' },
    unmerged: { en: 'Merge taken back', fr: 'Fusion annulée' },
    split: { en: 'Error moved to a ticket of its own', fr: 'Erreur détachée vers son propre ticket' },
    correction: { en: 'Correction recorded', fr: 'Correction enregistrée' },
    notified: { en: 'Client notified', fr: 'Client notifié' },
    redeployed: {
      en: 'The same error on another line, after a new release',
      fr: 'La même erreur à une autre ligne, après une nouvelle version',
    },
    escalated: { en: 'Snooze ended early: the error went on', fr: 'Fin de sommeil anticipée : l’erreur a continué' },
  },
  byPerson: {
    action: {
      created: { en: 'Ticket created by hand', fr: 'Ticket créé à la main' },
      reopened: { en: 'Ticket reopened', fr: 'Ticket rouvert' },
    },
  },
  bySystem: {
    action: {
      closed: { en: 'Closed by itself', fr: 'Clôture automatique' },
      unsnoozed: { en: 'Snooze over', fr: 'Fin du sommeil' },
    },
  },
  other: { en: 'Action “{action}”', fr: 'Action « {action} »' },
} as const satisfies TextTree;

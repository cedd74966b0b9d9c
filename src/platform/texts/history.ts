import type { TextTree } from '../i18n.ts';

/** What a ticket's timeline says. The row's own description stands below as a detail. */
export const historyTexts = {
  title: { en: 'Timeline', fr: 'Timeline' },
  empty: { en: 'Nothing has happened to this ticket yet.', fr: 'Rien ne s’est encore passé sur ce ticket.' },
  system: { en: 'Vigie (automatic)', fr: 'Vigie (automatique)' },
  detail: {
    action: {
      reopened: { en: 'Occurrence of {fact}', fr: 'Occurrence du {fact}' },
      closure_cancelled: { en: 'Occurrence of {fact}', fr: 'Occurrence du {fact}' },
      late_evidence: { en: 'Occurrence of {fact}', fr: 'Occurrence du {fact}' },
      closed: { en: 'Last seen on {fact}', fr: 'Vue pour la dernière fois le {fact}' },
      unsnoozed: { en: 'Snoozed since {fact}', fr: 'En sommeil depuis le {fact}' },
      escalated: { en: 'Snoozed since {fact}', fr: 'En sommeil depuis le {fact}' },
      older_release: { en: 'Release {fact}', fr: 'Version {fact}' },
    },
  },
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
    split: { en: 'Error moved to a ticket of its own', fr: 'Erreur détachée dans un ticket à part' },
    correction: { en: 'Correction recorded', fr: 'Correction enregistrée' },
    notified: { en: 'Client notified', fr: 'Client notifié' },
    allowed: { en: 'Address approved for e-mails', fr: 'Adresse approuvée pour les e-mails' },
    resent: { en: 'Message sent again', fr: 'Message renvoyé' },
    redeployed: {
      en: 'The same error on another line, after a new release',
      fr: 'La même erreur à une autre ligne, après une nouvelle version',
    },
    escalated: { en: 'Snooze over: the error went on', fr: 'Fin du sommeil : l’erreur a continué' },
    translated: { en: 'The same error in another language', fr: 'La même erreur dans une autre langue' },
    older_release: {
      en: 'It happened in a release without the fix; the status stays',
      fr: 'Elle s’est produite dans une version sans le correctif ; le statut ne change pas',
    },
  },
  byPerson: {
    action: {
      created: { en: 'Ticket created by hand', fr: 'Ticket créé à la main' },
      reopened: { en: 'Ticket reopened', fr: 'Ticket rouvert' },
    },
  },
  /** Whoever used this browser without having said who they are. */
  local: { en: 'Somebody at this browser', fr: 'Quelqu’un depuis ce navigateur' },
  bySystem: {
    action: {
      closed: { en: 'Closed by itself', fr: 'Clôture automatique' },
      unsnoozed: { en: 'Snooze over', fr: 'Fin du sommeil' },
    },
  },
  other: { en: 'Action “{action}”', fr: 'Action « {action} »' },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** Names of the values that rows hold: kinds of errors, statuses, priorities, sources, and the actions of the history. */
export const vocabulary = {
  errorType: {
    js_error: { en: 'JavaScript error', fr: 'Erreur JavaScript' },
    unhandled_rejection: { en: 'Unhandled rejection', fr: 'Promesse rejetée' },
    console_error: { en: 'Console error', fr: 'Erreur console' },
    console_warn: { en: 'Console warning', fr: 'Avertissement console' },
    http_error: { en: 'HTTP error', fr: 'Erreur HTTP' },
    network_error: { en: 'Network failure', fr: 'Échec réseau' },
    resource_error: { en: 'Resource not loaded', fr: 'Ressource non chargée' },
    csp_violation: { en: 'Blocked by CSP', fr: 'Blocage par la CSP' },
    worker_error: { en: 'Worker error', fr: 'Erreur de worker' },
  },
  status: {
    ouvert: { en: 'Open', fr: 'Ouvert' },
    en_cours: { en: 'In progress', fr: 'En cours' },
    en_attente_client: { en: 'Waiting for client', fr: 'En attente client' },
    resolu: { en: 'Resolved', fr: 'Résolu' },
    ferme: { en: 'Closed', fr: 'Fermé' },
  },
  priority: {
    haute: { en: 'High', fr: 'Haute' },
    moyenne: { en: 'Medium', fr: 'Moyenne' },
    basse: { en: 'Low', fr: 'Basse' },
  },
  source: {
    auto_detection: { en: 'Automatic', fr: 'Automatique' },
    manual: { en: 'Manual', fr: 'Manuel' },
  },
  /** Why a signature leads to its ticket. */
  reason: {
    creation: { en: 'Made the ticket', fr: 'À l’origine du ticket' },
    merge: { en: 'Came with a merged ticket', fr: 'Venue d’un ticket fusionné' },
    split: { en: 'Split off another ticket', fr: 'Détachée d’un autre ticket' },
    algorithm: { en: 'New form of a known signature', fr: 'Nouvelle forme d’une signature connue' },
    redeploy: { en: 'Moved to another line by a release', fr: 'Déplacée à une autre ligne par une nouvelle version' },
  },
  /** What a client is told about. */
  event: {
    created: { en: 'Ticket created', fr: 'Ticket créé' },
    reopened: { en: 'Ticket reopened', fr: 'Ticket rouvert' },
    closed: { en: 'Ticket closed', fr: 'Ticket fermé' },
    escalated: { en: 'Frequent error', fr: 'Erreur fréquente' },
    notify: { en: 'Message', fr: 'Message' },
  },
  /** What became of a message to a client. */
  delivery: {
    due: { en: 'to be sent', fr: 'à envoyer' },
    held: { en: 'awaiting approval', fr: 'en attente d’accord' },
    queued: { en: 'with the mail service', fr: 'confié au service d’e-mail' },
    sent: { en: 'sent', fr: 'envoyé' },
    failed: { en: 'failed', fr: 'en échec' },
    skipped: { en: 'not sent', fr: 'non envoyé' },
  },
} as const satisfies TextTree;

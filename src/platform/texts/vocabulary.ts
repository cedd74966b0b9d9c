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
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The list of tickets and the page of one. */
export const ticketTexts = {
  title: { en: 'Tickets', fr: 'Tickets' },
  filters: { en: 'Filter the tickets', fr: 'Filtrer les tickets' },
  search: { en: 'Search', fr: 'Rechercher' },
  searchHint: { en: 'Number, subject or client', fr: 'Numéro, sujet ou client' },
  status: { en: 'Status', fr: 'Statut' },
  allStatuses: { en: 'All statuses', fr: 'Tous les statuts' },
  clear: { en: 'Clear the filters', fr: 'Effacer les filtres' },
  columns: {
    subject: { en: 'Ticket', fr: 'Ticket' },
    status: { en: 'Status', fr: 'Statut' },
    priority: { en: 'Priority', fr: 'Priorité' },
    client: { en: 'Client', fr: 'Client' },
    source: { en: 'Source', fr: 'Source' },
    created: { en: 'Created', fr: 'Création' },
    updated: { en: 'Updated', fr: 'Mise à jour' },
  },
  fresh: {
    en: 'Show {count, plural, one {# new or updated ticket} other {# new or updated tickets}}',
    fr: 'Afficher {count, plural, one {# ticket nouveau ou modifié} other {# tickets nouveaux ou modifiés}}',
  },
  shown: {
    en: '{count, plural, =0 {No ticket shown} one {# ticket shown} other {# tickets shown}}',
    fr: '{count, plural, =0 {Aucun ticket affiché} one {# ticket affiché} other {# tickets affichés}}',
  },
  searchedAll: {
    en: 'The search looked through the {count, number} most recent tickets. Narrow it by status to reach older ones.',
    fr: 'La recherche a porté sur les {count, number} tickets les plus récents. Précisez le statut pour remonter plus loin.',
  },
  empty: {
    title: { en: 'No ticket yet', fr: 'Aucun ticket pour l’instant' },
    body: {
      en: 'Vigie opens one by itself at the first occurrence of an error, and only one for each error.',
      fr: 'Vigie en ouvre un d’elle-même dès la première occurrence d’une erreur, et un seul par erreur.',
    },
  },
  noMatch: {
    title: { en: 'No ticket matches', fr: 'Aucun ticket ne correspond' },
    body: { en: 'Other words or another status may.', fr: 'Essayez d’autres mots ou un autre statut.' },
  },
  unknownClient: { en: 'Unknown', fr: 'Inconnu' },
  page: {
    title: { en: 'Ticket {number}', fr: 'Ticket {number}' },
    back: { en: 'All tickets', fr: 'Tous les tickets' },
    summary: { en: 'Summary', fr: 'Résumé' },
    currentStatus: { en: 'Current status', fr: 'Statut actuel' },
    client: { en: 'Client', fr: 'Client concerné' },
    category: { en: 'Category', fr: 'Catégorie' },
    createdAt: { en: 'Created', fr: 'Date de création' },
    updatedAt: { en: 'Updated', fr: 'Dernière mise à jour' },
    closedAt: { en: 'Closed', fr: 'Date de clôture' },
    notClosed: { en: 'Not closed', fr: 'Non clôturé' },
    assignedTo: { en: 'Assigned to', fr: 'Assigné à' },
    monitoring: { en: 'Monitoring ends', fr: 'Fin du monitoring' },
    notMonitored: { en: 'Not monitored', fr: 'Pas de monitoring' },
    episode: { en: 'Episode', fr: 'Épisode' },
    resolution: { en: 'Resolution', fr: 'Résolution' },
    description: { en: 'Description', fr: 'Description' },
    error: { en: 'Associated error', fr: 'Erreur associée' },
    fullError: { en: 'See the whole error', fr: 'Voir l’erreur complète' },
    noError: {
      en: 'No occurrence of this error is in this browser: it may have been removed after its retention time, or captured elsewhere.',
      fr: 'Aucune occurrence de cette erreur n’est dans ce navigateur : elle a peut-être été supprimée après sa durée de conservation, ou capturée ailleurs.',
    },
    manual: {
      en: 'This ticket was made by hand, without an error.',
      fr: 'Ce ticket a été créé à la main, sans erreur associée.',
    },
    clients: { en: 'Affected clients', fr: 'Clients affectés' },
    noClients: { en: 'No client has met this error yet.', fr: 'Aucun client n’a encore rencontré cette erreur.' },
    unidentified: { en: 'Unidentified', fr: 'Non identifié' },
    lastSeen: { en: 'last seen', fr: 'vue' },
  },
  unknown: {
    title: { en: 'This ticket does not exist', fr: 'Ce ticket n’existe pas' },
    body: {
      en: 'The link may be incomplete, or the ticket may be in another browser.',
      fr: 'Le lien est peut-être incomplet, ou le ticket se trouve dans un autre navigateur.',
    },
  },
} as const satisfies TextTree;

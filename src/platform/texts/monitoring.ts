import type { TextTree } from '../i18n.ts';

export const monitoringTexts = {
  title: { en: 'Monitoring', fr: 'Monitoring' },
  heading: { en: 'Active errors', fr: 'Erreurs actives' },
  filters: { en: 'Filter the errors', fr: 'Filtrer les erreurs' },
  search: { en: 'Search', fr: 'Rechercher' },
  searchHint: { en: 'Message, source or ticket', fr: 'Message, source ou ticket' },
  type: { en: 'Type', fr: 'Type' },
  allTypes: { en: 'All types', fr: 'Tous les types' },
  site: { en: 'Site', fr: 'Site' },
  allSites: { en: 'All sites', fr: 'Tous les sites' },
  clear: { en: 'Clear the filters', fr: 'Effacer les filtres' },
  columns: {
    error: { en: 'Error', fr: 'Erreur' },
    occurrences: { en: 'Occurrences', fr: 'Occurrences' },
    clients: { en: 'Clients', fr: 'Clients' },
    firstSeen: { en: 'First seen', fr: 'Première fois' },
    lastSeen: { en: 'Last seen', fr: 'Dernière fois' },
    ticket: { en: 'Ticket', fr: 'Ticket' },
  },
  noTicket: { en: 'No ticket', fr: 'Aucun ticket' },
  fresh: {
    en: 'Show {count, plural, one {# new error} other {# new errors}}',
    fr: 'Afficher {count, plural, one {# nouvelle erreur} other {# nouvelles erreurs}}',
  },
  shown: {
    en: '{count, plural, =0 {No error shown} one {# error shown} other {# errors shown}}',
    fr: '{count, plural, =0 {Aucune erreur affichée} one {# erreur affichée} other {# erreurs affichées}}',
  },
  searchedAll: {
    en: 'The search looked through the {count, number} most recent errors. Narrow it by type or site to reach older ones.',
    fr: 'La recherche a porté sur les {count, number} erreurs les plus récentes. Précisez le type ou le site pour remonter plus loin.',
  },
  empty: {
    title: { en: 'No error captured yet', fr: 'Aucune erreur capturée pour l’instant' },
    body: {
      en: 'Open a site, click Vigie’s icon and choose “Watch this site”. Each error of its pages then appears here, grouped by signature, with its ticket.',
      fr: 'Ouvrez un site, cliquez sur l’icône de Vigie et choisissez « Surveiller ce site ». Chaque erreur de ses pages apparaîtra ici, groupée par signature, avec son ticket.',
    },
  },
  noMatch: {
    title: { en: 'No error matches', fr: 'Aucune erreur ne correspond' },
    body: {
      en: 'Other words, another type or another site may.',
      fr: 'Essayez d’autres mots, un autre type ou un autre site.',
    },
  },
} as const satisfies TextTree;

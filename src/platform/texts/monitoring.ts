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
  state: { en: 'State', fr: 'État' },
  states: {
    byName: {
      active: { en: 'Active', fr: 'Actives' },
      resolved: { en: 'Resolved', fr: 'Résolues' },
      all: { en: 'Active and resolved', fr: 'Actives et résolues' },
    },
  },
  period: { en: 'Period', fr: 'Période' },
  periods: {
    byName: {
      all: { en: 'At any time', fr: 'À tout moment' },
      hour: { en: 'In the last hour', fr: 'Depuis une heure' },
      day: { en: 'In the last 24 hours', fr: 'Depuis 24 heures' },
      week: { en: 'In the last 7 days', fr: 'Depuis 7 jours' },
      month: { en: 'In the last 30 days', fr: 'Depuis 30 jours' },
    },
  },
  ignored: {
    en: 'Ignored: {count, plural, =0 {nothing} one {# occurrence} other {# occurrences}}',
    fr: 'Ignorées : {count, plural, =0 {aucune occurrence} one {# occurrence} other {# occurrences}}',
  },
  grouping: { en: 'Group by', fr: 'Grouper par' },
  groupings: {
    byName: {
      none: { en: 'Signature', fr: 'Signature' },
      type: { en: 'Type', fr: 'Type' },
      source: { en: 'Source', fr: 'Source' },
    },
  },
  section: {
    en: '{errors, plural, one {# error} other {# errors}}, {occurrences, plural, one {# occurrence} other {# occurrences}}',
    fr: '{errors, plural, one {# erreur} other {# erreurs}}, {occurrences, plural, one {# occurrence} other {# occurrences}}',
  },
  noSource: { en: 'No source', fr: 'Sans source' },
  actions: {
    details: { en: 'Details', fr: 'Détails' },
    createTicket: { en: 'Create ticket', fr: 'Créer un ticket' },
    resolve: { en: 'Resolve', fr: 'Résoudre' },
    unresolve: { en: 'Mark as active again', fr: 'Marquer de nouveau active' },
    ofError: { en: '{action}: {error}', fr: '{action} : {error}' },
  },
  resolvedTag: { en: 'Resolved', fr: 'Résolue' },
  done: {
    created: { en: 'Ticket {number} created', fr: 'Ticket {number} créé' },
    linked: { en: 'This error has ticket {number}', fr: 'Cette erreur a le ticket {number}' },
    resolved: { en: 'Error resolved', fr: 'Erreur résolue' },
    unresolved: { en: 'Error active again', fr: 'Erreur de nouveau active' },
  },
  clear: { en: 'Clear the filters', fr: 'Effacer les filtres' },
  columns: {
    error: { en: 'Error', fr: 'Erreur' },
    occurrences: { en: 'Occurrences', fr: 'Occurrences' },
    trend: { en: '14 days', fr: '14 jours' },
    clients: { en: 'Clients', fr: 'Clients' },
    firstSeen: { en: 'First seen', fr: 'Première fois' },
    lastSeen: { en: 'Last seen', fr: 'Dernière fois' },
    ticket: { en: 'Ticket', fr: 'Ticket' },
    actions: { en: 'Actions', fr: 'Actions' },
  },
  trend: {
    en: '{count, plural, =0 {No occurrence} one {# occurrence} other {# occurrences}} in 14 days, {today, number} today',
    fr: '{count, plural, =0 {Aucune occurrence} one {# occurrence} other {# occurrences}} en 14 jours, dont {today, number} aujourd’hui',
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
      en: 'Other words or other filters may: resolved errors are shown by their own.',
      fr: 'Essayez d’autres mots ou d’autres filtres : les erreurs résolues ont le leur.',
    },
  },
} as const satisfies TextTree;

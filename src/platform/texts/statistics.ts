import type { TextTree } from '../i18n.ts';

/** What every chart says beside its picture. */
export const chartTexts = {
  summary: { en: '{title}: {totals}', fr: '{title} : {totals}' },
  total: { en: '{name} {total, number}', fr: '{name} {total, number}' },
  table: { en: 'The numbers', fr: 'Les chiffres' },
} as const satisfies TextTree;

/** The screen of statistics. */
export const statisticsTexts = {
  title: { en: 'Statistics', fr: 'Statistiques' },
  filters: { en: 'Period and site', fr: 'Période et site' },
  period: { en: 'Period', fr: 'Période' },
  days: { en: 'Last {days, number} days', fr: '{days, number} derniers jours' },
  refresh: { en: 'Refresh', fr: 'Actualiser' },
  asOf: { en: 'As of {time}.', fr: 'Chiffres du {time}.' },
  truncated: {
    en: 'There is more than can be read at once: these figures are those of a part. Choose a shorter period or one site.',
    fr: 'Il y a plus de données que ce qui peut être lu d’un coup : ces chiffres n’en couvrent qu’une partie. Choisissez une période plus courte ou un seul site.',
  },
  empty: {
    title: { en: 'Nothing in this period', fr: 'Rien pendant cette période' },
    body: {
      en: 'No ticket and no error of these days. Figures appear with the first error of a watched site.',
      fr: 'Aucun ticket ni aucune erreur ces jours-là. Les chiffres apparaissent avec la première erreur d’un site surveillé.',
    },
  },
  figures: {
    created: { en: 'Tickets created', fr: 'Tickets créés' },
    bySource: {
      en: '{automatic, number} automatic, {manual, number} manual',
      fr: '{automatic, number} automatiques, {manual, number} manuels',
    },
    rate: { en: 'Automatic resolution rate', fr: 'Taux de résolution automatique' },
    ofSettled: {
      en: '{count, plural, =0 {No ticket settled} one {Of # settled ticket} other {Of # settled tickets}}',
      fr: '{count, plural, =0 {Aucun ticket réglé} one {Sur # ticket réglé} other {Sur # tickets réglés}}',
    },
    mean: { en: 'Mean time to resolution', fr: 'Temps moyen de résolution' },
    median: { en: 'Median: {time}', fr: 'Médiane : {time}' },
    occurrences: { en: 'Errors', fr: 'Erreurs' },
    occurrencesHint: { en: 'Occurrences, all kinds', fr: 'Occurrences, tous types confondus' },
    none: { en: 'None yet', fr: 'Pas encore' },
  },
  charts: {
    tickets: { en: 'Tickets opened and settled per day', fr: 'Tickets ouverts et réglés par jour' },
    opened: { en: 'Opened', fr: 'Ouverts' },
    settled: { en: 'Resolved or closed', fr: 'Résolus ou fermés' },
    errors: { en: 'Errors per day, by type', fr: 'Erreurs par jour et par type' },
    times: { en: 'Time to resolution', fr: 'Temps de résolution' },
    noneSettled: {
      en: 'No ticket was resolved or closed in this period. How long it took is shown here as soon as one is.',
      fr: 'Aucun ticket n’a été résolu ni fermé pendant cette période. La durée s’affiche ici dès qu’il y en a un.',
    },
    settledTickets: { en: 'Tickets', fr: 'Tickets' },
    day: { en: 'Day', fr: 'Jour' },
    time: { en: 'Time', fr: 'Durée' },
    within: { en: 'under {time}', fr: 'moins de {time}' },
    withinShort: { en: '< {time}', fr: '< {time}' },
    longer: { en: '{time} or more', fr: '{time} ou plus' },
    longerShort: { en: '≥ {time}', fr: '≥ {time}' },
  },
  topErrors: { en: 'Most frequent errors', fr: 'Erreurs les plus fréquentes' },
  topClients: { en: 'Most affected clients', fr: 'Clients les plus affectés' },
  error: { en: 'Error', fr: 'Erreur' },
  client: { en: 'Client', fr: 'Client' },
  count: { en: 'Occurrences', fr: 'Occurrences' },
  noErrors: { en: 'No error in this period.', fr: 'Aucune erreur pendant cette période.' },
  noClients: { en: 'No known client met an error.', fr: 'Aucun client connu n’a rencontré d’erreur.' },
  utc: { en: 'Days are counted in UTC.', fr: 'Les jours sont comptés en UTC.' },
} as const satisfies TextTree;

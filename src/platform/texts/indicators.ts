import type { TextTree } from '../i18n.ts';

/** The guide's statistics, as `loadMonitoringData()` prints them. */
export const indicatorTexts = {
  tickets: {
    en: '🎫 {count, plural, =0 {No ticket} one {# ticket} other {# tickets}}: {automatic} automatic, {manual} manual, {open} open',
    fr: '🎫 {count, plural, =0 {Aucun ticket} one {# ticket} other {# tickets}} : {automatic} auto, {manual} manuel(s), {open} ouvert(s)',
  },
  rate: { en: '🤖 Resolved automatically: {rate}', fr: '🤖 Taux de résolution automatique : {rate}' },
  time: { en: '⏱️ Mean time of resolution: {time}', fr: '⏱️ Temps moyen de résolution : {time}' },
  median: { en: '⏱️ Median time of resolution: {time}', fr: '⏱️ Temps médian de résolution : {time}' },
  unknown: { en: 'nothing is settled yet', fr: 'rien n’est encore réglé' },
  errors: { en: '📊 Most frequent errors', fr: '📊 Erreurs les plus fréquentes' },
  error: {
    en: '{rank}. {message} ({count, plural, one {# occurrence} other {# occurrences}})',
    fr: '{rank}. {message} ({count, plural, one {# occurrence} other {# occurrences}})',
  },
  clients: { en: '👥 Most affected clients', fr: '👥 Clients les plus affectés' },
  client: {
    en: '{rank}. {client} ({count, plural, one {# occurrence} other {# occurrences}})',
    fr: '{rank}. {client} ({count, plural, one {# occurrence} other {# occurrences}})',
  },
  nobody: { en: 'nobody known yet', fr: 'personne de connu pour l’instant' },
  period: {
    en: '📅 Since {from}. For a longer time: {command}',
    fr: '📅 Depuis le {from}. Pour une durée plus longue : {command}',
  },
  truncated: {
    en: 'There is more than is read at once: ask for fewer days.',
    fr: 'Il y a plus de données que ce qui est lu en une fois : demandez moins de jours.',
  },
} as const satisfies TextTree;

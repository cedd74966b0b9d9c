import type { TextTree } from '../i18n.ts';

/** What a tab knows of a problem, as it stands in the description of the ticket that somebody opened for it. */
export const reportContextTexts = {
  page: { en: 'Page: {title}', fr: 'Page : {title}' },
  browser: { en: 'Browser: {browser}', fr: 'Navigateur : {browser}' },
  errors: { en: 'Latest errors of the tab:', fr: 'Dernières erreurs de l’onglet :' },
  error: {
    en: '{message} ({count, plural, one {# occurrence} other {# occurrences}})',
    fr: '{message} ({count, plural, one {# occurrence} other {# occurrences}})',
  },
  crumbs: { en: 'What led to the last one:', fr: 'Ce qui a précédé la dernière :' },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The browser's own notifications. */
export const alertTexts = {
  created: { en: 'New ticket {number}', fr: 'Nouveau ticket {number}' },
  reopened: { en: 'Ticket {number}: the error is back', fr: 'Ticket {number} : l’erreur est revenue' },
  several: {
    en: 'New tickets: {created, number}; reopened: {reopened, number}',
    fr: 'Nouveaux tickets : {created, number} ; rouverts : {reopened, number}',
  },
  site: { en: 'On {site}. Click to open it.', fr: 'Sur {site}. Cliquez pour l’ouvrir.' },
  see: { en: 'Click to see more.', fr: 'Cliquez pour en savoir plus.' },
} as const satisfies TextTree;

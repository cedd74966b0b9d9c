import type { TextTree } from '../i18n.ts';

/** The field that finds and does everything by its name. */
export const paletteTexts = {
  title: { en: 'Find or do', fr: 'Rechercher ou agir' },
  open: { en: 'Find or do (Ctrl+K)', fr: 'Rechercher ou agir (Ctrl+K)' },
  label: {
    en: 'A command, a ticket number or words of an error',
    fr: 'Une commande, un numéro de ticket ou les mots d’une erreur',
  },
  results: { en: 'Results', fr: 'Résultats' },
  count: {
    en: '{count, plural, =0 {No result} one {# result} other {# results}}',
    fr: '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}}',
  },
  kinds: {
    byName: {
      command: { en: 'Command', fr: 'Commande' },
      ticket: { en: 'Ticket', fr: 'Ticket' },
      error: { en: 'Error', fr: 'Erreur' },
    },
  },
  none: {
    en: 'Nothing is called so. Try fewer or other words.',
    fr: 'Rien ne porte ce nom. Essayez moins de mots, ou d’autres.',
  },
  options: { en: 'Open the options', fr: 'Ouvrir les options' },
} as const satisfies TextTree;

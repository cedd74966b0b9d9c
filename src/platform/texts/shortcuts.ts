import type { TextTree } from '../i18n.ts';

/** Keys that do something, and what. */
export const shortcutTexts = {
  title: { en: 'Keyboard shortcuts', fr: 'Raccourcis clavier' },
  on: { en: 'Use single-key shortcuts', fr: 'Utiliser les raccourcis à une touche' },
  onHint: {
    en: 'Turn them off if you dictate text or if a key pressed by mistake runs a command.',
    fr: 'Désactivez-les si vous dictez vos textes, ou si une touche enfoncée par erreur lance une commande.',
  },
  andThen: { en: 'then', fr: 'puis' },
  close: { en: 'Close', fr: 'Fermer' },
  here: { en: 'On this screen', fr: 'Sur cet écran' },
  everywhere: { en: 'Everywhere', fr: 'Partout' },
  help: { en: 'Show the shortcuts', fr: 'Afficher les raccourcis' },
  toMonitoring: { en: 'Go to Monitoring', fr: 'Aller au Monitoring' },
  toTickets: { en: 'Go to Tickets', fr: 'Aller aux Tickets' },
  toStatistics: { en: 'Go to Statistics', fr: 'Aller aux Statistiques' },
  toDiagnostic: { en: 'Go to Diagnostic', fr: 'Aller au Diagnostic' },
  next: { en: 'Next row (Enter opens it)', fr: 'Ligne suivante (Entrée l’ouvre)' },
  previous: { en: 'Previous row', fr: 'Ligne précédente' },
} as const satisfies TextTree;

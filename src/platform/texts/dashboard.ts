import type { TextTree } from '../i18n.ts';

export const dashboardTexts = {
  navigation: { en: 'Main', fr: 'Principale' },
  monitoring: { en: 'Monitoring', fr: 'Monitoring' },
  tickets: { en: 'Tickets', fr: 'Tickets' },
  statistics: { en: 'Statistics', fr: 'Statistiques' },
  diagnostic: { en: 'Diagnostic', fr: 'Diagnostic' },
  options: { en: 'Options', fr: 'Options' },
  notFound: {
    title: { en: 'There is no such page', fr: 'Cette page n’existe pas' },
    body: { en: 'The address is not one of Vigie’s screens.', fr: 'L’adresse ne correspond à aucun écran de Vigie.' },
    action: { en: 'Go to Monitoring', fr: 'Aller au Monitoring' },
  },
} as const satisfies TextTree;

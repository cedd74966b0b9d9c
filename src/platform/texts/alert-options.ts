import type { TextTree } from '../i18n.ts';

/** Where one asks for the browser's own notifications. */
export const alertOptionTexts = {
  title: { en: 'Notifications of this browser', fr: 'Notifications de ce navigateur' },
  intro: {
    en: 'Told on your screen while you work. Several at once are told as one; what a page said never stands in them.',
    fr: 'Affichées à l’écran pendant que vous travaillez. Plusieurs à la fois n’en font qu’une ; rien de ce qu’a dit une page n’y figure.',
  },
  created: { en: 'A new ticket', fr: 'Un nouveau ticket' },
  reopened: { en: 'An error that is back', fr: 'Une erreur qui revient' },
  denied: {
    en: 'The browser did not allow notifications. Tick the box again and accept when it asks.',
    fr: 'Le navigateur n’a pas autorisé les notifications. Cochez de nouveau la case et acceptez quand il le demande.',
  },
  revoked: {
    en: 'This browser shows no notifications of Vigie',
    fr: 'Ce navigateur n’affiche pas les notifications de Vigie',
  },
  revokedHint: {
    en: 'They are ticked below, but the permission is missing: it was taken back, or the settings came from another browser.',
    fr: 'Elles sont cochées ci-dessous, mais l’autorisation manque : elle a été retirée, ou les réglages viennent d’un autre navigateur.',
  },
  allow: { en: 'Allow notifications', fr: 'Autoriser les notifications' },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** Words that several screens share. */
export const commonTexts = {
  appName: { en: 'Vigie', fr: 'Vigie' },
  skipToContent: { en: 'Skip to content', fr: 'Aller au contenu' },
  loading: { en: 'Loading…', fr: 'Chargement…' },
  retry: { en: 'Try again', fr: 'Réessayer' },
  undo: { en: 'Undo', fr: 'Annuler' },
  undone: { en: 'Taken back', fr: 'Action annulée' },
  undoLast: { en: 'Undo the last action', fr: 'Annuler la dernière action' },
  cancel: { en: 'Cancel', fr: 'Annuler' },
  save: { en: 'Save', fr: 'Enregistrer' },
  dismiss: { en: 'Dismiss', fr: 'Fermer le message' },
  copy: { en: 'Copy', fr: 'Copier' },
  copied: { en: 'Copied', fr: 'Copié' },
  copyFailed: {
    en: 'The browser refused to copy. Select the text and press Ctrl+C.',
    fr: 'Le navigateur a refusé la copie. Sélectionnez le texte puis appuyez sur Ctrl+C.',
  },
  showAll: {
    en: 'Show all ({hidden, plural, one {# more character} other {# more characters}})',
    fr: 'Tout afficher ({hidden, plural, one {# caractère de plus} other {# caractères de plus}})',
  },
  showLess: { en: 'Show less', fr: 'Réduire' },
  showMore: { en: 'Show more', fr: 'Afficher plus' },
  unknown: { en: 'Unknown', fr: 'Inconnu' },
  noMessage: { en: '(no message)', fr: '(aucun message)' },
  occurrences: {
    en: '{count, plural, one {# occurrence} other {# occurrences}}',
    fr: '{count, plural, one {# occurrence} other {# occurrences}}',
  },
  clients: {
    en: '{count, plural, =0 {No known client} one {# client} other {# clients}}',
    fr: '{count, plural, =0 {Aucun client connu} one {# client} other {# clients}}',
  },
  readFailed: {
    title: { en: 'The data could not be read', fr: 'Les données n’ont pas pu être lues' },
    body: {
      en: 'The browser’s storage did not answer. Try again; if it persists, restart the browser: nothing that was captured is lost.',
      fr: 'Le stockage du navigateur n’a pas répondu. Réessayez ; si cela persiste, redémarrez le navigateur : rien de ce qui a été capturé n’est perdu.',
    },
  },
  newerData: {
    title: {
      en: 'Your data is from a newer version of Vigie',
      fr: 'Vos données viennent d’une version plus récente de Vigie',
    },
    body: {
      en: 'This older version leaves it untouched: nothing is lost, and nothing is captured for now. Install the newer version again and everything is back.',
      fr: 'Cette version plus ancienne n’y touche pas : rien n’est perdu, et rien n’est capturé pour l’instant. Réinstallez la version plus récente et vous retrouverez tout.',
    },
  },
  crashed: {
    title: { en: 'This screen has failed', fr: 'Cet écran a rencontré un problème' },
    body: {
      en: 'The error is Vigie’s own, not that of a page. Reload the screen; your data is intact.',
      fr: 'L’erreur vient de Vigie, pas d’une page. Rechargez l’écran ; vos données sont intactes.',
    },
    reload: { en: 'Reload', fr: 'Recharger' },
  },
} as const satisfies TextTree;

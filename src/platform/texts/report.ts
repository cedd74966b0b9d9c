import type { TextTree } from '../i18n.ts';

/** A problem that somebody reports by hand from the popup, and the picture that goes with it. */
export const reportTexts = {
  action: { en: 'Report a problem', fr: 'Signaler un problème' },
  title: { en: 'Report a problem', fr: 'Signaler un problème' },
  subject: { en: 'What is wrong?', fr: 'Quel est le problème ?' },
  missing: { en: 'Say in a few words what is wrong.', fr: 'Dites en quelques mots ce qui ne va pas.' },
  expected: { en: 'What did you expect? (optional)', fr: 'À quoi vous attendiez-vous ? (facultatif)' },
  context: {
    en: 'Add the page, its latest errors and what led to them',
    fr: 'Joindre la page, ses dernières erreurs et ce qui les a précédées',
  },
  contextHint: {
    en: 'Secrets are masked, as in everything that is captured.',
    fr: 'Les secrets sont masqués, comme dans tout ce qui est capturé.',
  },
  submit: { en: 'Create the ticket', fr: 'Créer le ticket' },
  done: { en: 'Ticket {number} was created.', fr: 'Le ticket {number} a été créé.' },
  open: { en: 'Open the ticket', fr: 'Ouvrir le ticket' },
  picture: {
    take: { en: 'Add a screenshot', fr: 'Ajouter une capture d’écran' },
    hint: {
      en: 'Of what the tab shows. You can hide or cut off parts before anything is kept; it stays in this browser.',
      fr: 'De ce que montre l’onglet. Vous pouvez en masquer ou en couper des parties avant tout enregistrement ; elle reste dans ce navigateur.',
    },
    failed: {
      en: 'The browser did not allow the screenshot. Click Vigie’s icon on the page that you want to show, then try again.',
      fr: 'Le navigateur n’a pas autorisé la capture d’écran. Cliquez sur l’icône de Vigie depuis la page à montrer, puis réessayez.',
    },
    label: {
      en: 'Screenshot. Arrow keys move the area, with Shift they change its size.',
      fr: 'Capture d’écran. Les flèches déplacent la zone ; avec Maj, elles en changent la taille.',
    },
    choose: {
      en: 'Choose an area: drag across it, or click two of its corners.',
      fr: 'Choisissez une zone : faites glisser le pointeur, ou cliquez sur deux de ses coins.',
    },
    chosen: { en: 'Area of {width} × {height} pixels.', fr: 'Zone de {width} × {height} pixels.' },
    middle: { en: 'Choose with the keyboard', fr: 'Choisir au clavier' },
    hide: { en: 'Hide the area', fr: 'Masquer la zone' },
    crop: { en: 'Keep only the area', fr: 'Ne garder que la zone' },
    undo: { en: 'Undo', fr: 'Annuler' },
    remove: { en: 'Remove the screenshot', fr: 'Retirer la capture' },
  },
  /** On the ticket. */
  attached: {
    title: { en: 'Screenshots', fr: 'Captures d’écran' },
    alt: {
      en: 'Screenshot of {at, date, medium}, {at, time, short}',
      fr: 'Capture d’écran du {at, date, medium} à {at, time, short}',
    },
    save: { en: 'Save as a file', fr: 'Enregistrer le fichier' },
    remove: { en: 'Delete the screenshot', fr: 'Supprimer la capture' },
    removed: { en: 'The screenshot was deleted.', fr: 'La capture a été supprimée.' },
    local: { en: 'Kept in this browser only.', fr: 'Conservée dans ce navigateur uniquement.' },
  },
} as const satisfies TextTree;

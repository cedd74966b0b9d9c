import type { TextTree } from '../i18n.ts';

export const optionsTexts = {
  title: { en: 'Vigie options', fr: 'Options de Vigie' },
  heading: { en: 'Options', fr: 'Options' },
  sections: { en: 'Sections', fr: 'Sections' },
  dashboard: { en: 'Dashboard', fr: 'Tableau de bord' },
  saved: { en: 'Saved', fr: 'Enregistré' },
  notSaved: { en: 'Not saved', fr: 'Non enregistré' },
  identity: {
    title: { en: 'Identity', fr: 'Identité' },
    intro: {
      en: 'Who uses this browser. Errors captured here are linked to this client on their tickets; leave both empty to capture without a name.',
      fr: 'La personne qui utilise ce navigateur. Les erreurs capturées ici seront liées à ce client dans leurs tickets ; laissez les deux champs vides pour capturer sans nom.',
    },
    clientId: { en: 'Client id', fr: 'Identifiant client' },
    clientIdHint: {
      en: 'A UUID, or any id of your own such as an account number.',
      fr: 'Un UUID, ou tout identifiant de votre choix, par exemple un numéro de compte.',
    },
    email: { en: 'E-mail', fr: 'E-mail' },
    emailHint: { en: 'For example name@example.com', fr: 'Par exemple nom@exemple.fr' },
    emailInvalid: {
      en: 'This is not a complete e-mail address. It needs a name, an @ and a domain, as in name@example.com.',
      fr: 'Cette adresse e-mail est incomplète. Il lui faut un nom, un @ et un domaine, comme dans nom@exemple.fr.',
    },
    tooLong: {
      en: 'At most {max, number} characters; this has {length, number}.',
      fr: '{max, number} caractères au plus ; il y en a {length, number}.',
    },
  },
  display: {
    title: { en: 'Display', fr: 'Affichage' },
    language: { en: 'Language', fr: 'Langue' },
    languageAuto: { en: 'As in the browser', fr: 'Celle du navigateur' },
    appearance: { en: 'Appearance', fr: 'Apparence' },
    appearanceAuto: { en: 'As on this computer', fr: 'Celle de l’ordinateur' },
    light: { en: 'Light', fr: 'Clair' },
    dark: { en: 'Dark', fr: 'Sombre' },
    /** Each language in its own name, so that nobody is locked in one that they cannot read. */
    french: { en: 'Français', fr: 'Français' },
    english: { en: 'English', fr: 'English' },
  },
  tickets: {
    title: { en: 'Tickets and monitoring', fr: 'Tickets et monitoring' },
    threshold: { en: 'Occurrences before a ticket', fr: 'Occurrences avant un ticket' },
    thresholdHint: {
      en: '1 opens the ticket at the very first error.',
      fr: 'Avec 1, le ticket est ouvert dès la première erreur.',
    },
    duration: { en: 'Monitoring, in hours', fr: 'Monitoring, en heures' },
    durationHint: {
      en: 'Counted from the last occurrence. A ticket whose error stays away that long can close by itself.',
      fr: 'À compter de la dernière occurrence. Un ticket dont l’erreur ne revient pas d’ici là peut se clôturer seul.',
    },
    wholeNumber: {
      en: 'A whole number from {min, number} to {max, number}.',
      fr: 'Un nombre entier de {min, number} à {max, number}.',
    },
    hours: {
      en: 'A number of hours from {min, number} to {max, number}.',
      fr: 'Un nombre d’heures de {min, number} à {max, number}.',
    },
    priority: { en: 'Priority of automatic tickets', fr: 'Priorité des tickets automatiques' },
    types: { en: 'Errors that open a ticket', fr: 'Erreurs qui ouvrent un ticket' },
    typesHint: {
      en: 'The others are captured and counted all the same. HTTP errors open one for 404 and from 500 on.',
      fr: 'Les autres sont tout de même capturées et comptées. Les erreurs HTTP en ouvrent un pour 404 et à partir de 500.',
    },
  },
} as const satisfies TextTree;

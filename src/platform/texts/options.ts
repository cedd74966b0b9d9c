import type { TextTree } from '../i18n.ts';

export const optionsTexts = {
  title: { en: 'Vigie options', fr: 'Options de Vigie' },
  heading: { en: 'Options', fr: 'Options' },
  sections: { en: 'Sections', fr: 'Sections' },
  dashboard: { en: 'Dashboard', fr: 'Tableau de bord' },
  locked: {
    en: 'Your organisation keeps these settings. Its administrator can change them.',
    fr: 'Votre organisation gère ces réglages. Son administrateur peut les modifier.',
  },
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
      en: 'The others are captured and counted all the same.',
      fr: 'Les autres sont tout de même capturées et comptées.',
    },
    httpStatuses: { en: 'HTTP answers that open a ticket', fr: 'Réponses HTTP qui ouvrent un ticket' },
    httpStatusesHint: {
      en: 'Statuses or ranges, such as 404, 500-999: a missing page, and every failure of the server. Counts only where HTTP errors are ticked above.',
      fr: 'Statuts ou plages, par exemple 404, 500-999 : une page introuvable et toute panne du serveur. Ne compte que si « Erreur HTTP » est cochée plus haut.',
    },
    httpProblems: {
      wrong: {
        en: '{status} is no status. Write one such as 404, or a range such as 500-999.',
        fr: '{status} n’est pas un statut. Écrivez un statut comme 404, ou une plage comme 500-999.',
      },
      tooMany: {
        en: 'At most {max, number} statuses and ranges. Join neighbours into a range such as 500-599.',
        fr: '{max, number} statuts et plages au plus. Regroupez les voisins dans une plage comme 500-599.',
      },
      none: {
        en: 'Name at least one status, or untick HTTP errors above.',
        fr: 'Indiquez au moins un statut, ou décochez « Erreur HTTP » plus haut.',
      },
    },
    closing: { en: 'Closing by itself', fr: 'Clôture automatique' },
    closingHint: {
      en: 'Open and resolved tickets always close when their error stays away. Tick what should close as well. Snoozed tickets never do.',
      fr: 'Les tickets ouverts et résolus se clôturent toujours quand leur erreur ne revient pas. Cochez ceux qui doivent aussi se clôturer. Les tickets en sommeil ne se clôturent jamais seuls.',
    },
    requireExposure: {
      en: 'Only after somebody has seen the page again',
      fr: 'Seulement si quelqu’un a revu la page',
    },
    requireExposureHint: {
      en: 'The time then counts from the first visit of the page without the error. A page that nobody visits keeps its ticket open.',
      fr: 'Le délai compte alors à partir de la première visite de la page sans l’erreur. Tant que personne ne visite la page, le ticket reste ouvert.',
    },
  },
} as const satisfies TextTree;

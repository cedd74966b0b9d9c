import type { TextTree } from '../i18n.ts';

/** The options' e-mail templates. */
export const templateTexts = {
  title: { en: 'E-mail templates', fr: 'Modèles d’e-mails' },
  intro: {
    en: 'Every e-mail can speak in your own words. Nothing changes before you save, and the original can be restored at any time.',
    fr: 'Chaque e-mail peut reprendre vos propres mots. Rien ne change avant l’enregistrement, et l’original peut être rétabli à tout moment.',
  },
  forNew: { en: 'Template for new errors', fr: 'Modèle pour les nouvelles erreurs' },
  name: { en: 'Template', fr: 'Modèle' },
  nameHint: {
    en: 'Choose one, or type a new name (letters, digits, - and _): a new one begins as that of new errors.',
    fr: 'Choisissez-en un, ou saisissez un nouveau nom (lettres, chiffres, - et _) : il commence comme celui des nouvelles erreurs.',
  },
  nameInvalid: {
    en: 'A name consists of letters, digits, - and _, and begins with a letter or digit.',
    fr: 'Un nom se compose de lettres, de chiffres, de - et de _, et commence par une lettre ou un chiffre.',
  },
  audience: { en: 'For', fr: 'Pour' },
  client: { en: 'Clients', fr: 'Les clients' },
  admin: { en: 'Admins', fr: 'Les administrateurs' },
  language: { en: 'In', fr: 'En' },
  subject: { en: 'Subject', fr: 'Objet' },
  html: { en: 'Body (HTML)', fr: 'Corps (HTML)' },
  text: { en: 'Body (plain text)', fr: 'Corps (texte seul)' },
  values: {
    en: 'Values, in double braces: {values}. A section around one shows only where it has a value. Values are always escaped; those from a page (title, error, place, page) are better left to admins.',
    fr: 'Valeurs, entre doubles accolades : {values}. Une section autour d’une valeur n’apparaît que si elle existe. Les valeurs sont toujours échappées ; celles qui viennent d’une page (title, error, place, page) conviennent mieux aux administrateurs.',
  },
  problem: { en: 'Not closed or not known: {detail}', fr: 'Non fermé ou inconnu : {detail}' },
  missing: { en: 'This must not be empty.', fr: 'Ce champ ne peut pas être vide.' },
  own: { en: 'In your own words', fr: 'Rédigé par votre équipe' },
  original: { en: 'As it comes with Vigie', fr: 'Tel que fourni avec Vigie' },
  restore: { en: 'Restore the original', fr: 'Rétablir l’original' },
  restored: { en: 'The original counts again.', fr: 'L’original est rétabli.' },
  preview: { en: 'Preview', fr: 'Aperçu' },
  previewOf: { en: 'Preview with the ticket', fr: 'Aperçu avec le ticket' },
  noTicket: {
    en: 'The preview needs a ticket: there is none yet.',
    fr: 'L’aperçu a besoin d’un ticket : il n’y en a pas encore.',
  },
  test: { en: 'Send the preview to', fr: 'Envoyer l’aperçu à' },
  send: { en: 'Send', fr: 'Envoyer' },
  sent: { en: 'The mail service has taken it.', fr: 'Le service d’e-mail l’a accepté.' },
  byName: {
    'error-detected': { en: 'New error', fr: 'Nouvelle erreur' },
    'error-returned': { en: 'Error is back', fr: 'Erreur réapparue' },
    'ticket-closed': { en: 'Ticket closed', fr: 'Ticket fermé' },
    'error-escalated': { en: 'Frequent error', fr: 'Erreur fréquente' },
    'ticket-message': { en: 'Message from a person', fr: 'Message d’une personne' },
  },
} as const satisfies TextTree;

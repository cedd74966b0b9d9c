import type { TextTree } from '../i18n.ts';

/** The longer questions about a ticket: snooze, merge, notify, correction, a new one. */
export const dialogTexts = {
  snooze: {
    title: { en: 'Snooze the ticket', fr: 'Mettre le ticket en sommeil' },
    body: {
      en: 'A snoozed ticket stays quiet and is never closed by itself. It wakes up as soon as the condition is met.',
      fr: 'Un ticket en sommeil reste silencieux et n’est jamais clôturé automatiquement. Il se réveille dès que la condition est remplie.',
    },
    choose: { en: 'Until', fr: 'Jusqu’à' },
    kind: {
      byName: {
        date: { en: 'a date', fr: 'une date' },
        occurrences: { en: 'more occurrences', fr: 'un nombre d’occurrences supplémentaires' },
        clients: { en: 'more affected clients', fr: 'un nombre de clients supplémentaires' },
      },
    },
    until: { en: 'Date and time', fr: 'Date et heure' },
    count: { en: 'How many more', fr: 'Combien de plus' },
    time: {
      byName: {
        tomorrow: { en: 'Tomorrow, 9:00', fr: 'Demain, 9 h' },
        monday: { en: 'Monday, 9:00', fr: 'Lundi, 9 h' },
        week: { en: 'In a week', fr: 'Dans une semaine' },
      },
    },
    past: { en: 'Choose a time that is still to come.', fr: 'Choisissez une date à venir.' },
    number: { en: 'A whole number from 1 on.', fr: 'Un nombre entier à partir de 1.' },
    submit: { en: 'Snooze', fr: 'Mettre en sommeil' },
  },
  merge: {
    title: { en: 'Merge into another ticket', fr: 'Fusionner avec un autre ticket' },
    body: {
      en: 'This ticket is closed and its errors, clients and later occurrences go to the other one. This can be taken back.',
      fr: 'Ce ticket est fermé ; ses erreurs, ses clients et ses prochaines occurrences vont à l’autre. Vous pourrez annuler la fusion.',
    },
    search: { en: 'Number or words of the other ticket', fr: 'Numéro ou mots de l’autre ticket' },
    similar: { en: 'Similar tickets first', fr: 'Les tickets semblables d’abord' },
    none: {
      en: 'No other ticket matches. Try its number, such as V-7K3FQ2.',
      fr: 'Aucun autre ticket ne correspond. Essayez son numéro, par exemple V-7K3FQ2.',
    },
    missing: { en: 'Choose the ticket to merge into.', fr: 'Choisissez le ticket avec lequel fusionner.' },
    submit: { en: 'Merge', fr: 'Fusionner' },
  },
  notify: {
    title: { en: 'Notify the client', fr: 'Notifier le client' },
    to: {
      en: '{count, plural, one {To # client:} other {To # clients:}}',
      fr: '{count, plural, one {À # client :} other {À # clients :}}',
    },
    nobody: {
      en: 'No client of this ticket has an e-mail address, so nobody can be notified.',
      fr: 'Aucun client de ce ticket n’a d’adresse e-mail : personne ne peut être notifié.',
    },
    template: { en: 'Start from', fr: 'Partir de' },
    ownWords: { en: 'Own words', fr: 'Texte libre' },
    language: { en: 'Language of the message', fr: 'Langue du message' },
    message: { en: 'Message', fr: 'Message' },
    messageHint: {
      en: 'The clients get this by e-mail. It is recorded in the timeline.',
      fr: 'Les clients recevront ce texte par e-mail. Il est enregistré dans la timeline.',
    },
    mailsOff: {
      en: 'E-mails are off in the options: the message is recorded and waits. Turn them on, or open it in your own e-mail program.',
      fr: 'Les e-mails sont désactivés dans les options : le message est enregistré et reste en attente. Activez-les, ou ouvrez-le dans votre messagerie.',
    },
    missing: { en: 'Write the message first.', fr: 'Écrivez d’abord le message.' },
    mail: { en: 'Open in my e-mail program', fr: 'Ouvrir dans ma messagerie' },
    subject: { en: 'Your ticket {number}', fr: 'Votre ticket {number}' },
    submit: { en: 'Record and notify', fr: 'Enregistrer et notifier' },
  },
  correction: {
    title: { en: 'Record a correction', fr: 'Enregistrer une correction' },
    file: { en: 'File', fr: 'Fichier' },
    oldCode: { en: 'Old code', fr: 'Ancien code' },
    newCode: { en: 'New code', fr: 'Nouveau code' },
    description: { en: 'What was changed and why', fr: 'Ce qui a été modifié, et pourquoi' },
    tests: { en: 'Tests', fr: 'Tests' },
    untold: { en: 'Not said', fr: 'Non précisé' },
    results: { en: 'Test results (optional)', fr: 'Résultats des tests (facultatifs)' },
    resolves: { en: 'This resolves the error and its ticket', fr: 'Cela résout l’erreur et son ticket' },
    missing: {
      en: 'Name the file, and give the old or the new code.',
      fr: 'Indiquez le fichier, ainsi que l’ancien ou le nouveau code.',
    },
    noError: {
      en: 'No occurrence of this error is in this browser, so a correction cannot be tied to it.',
      fr: 'Aucune occurrence de cette erreur n’est dans ce navigateur : la correction ne peut pas y être rattachée.',
    },
    submit: { en: 'Record', fr: 'Enregistrer' },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** What one can do to a ticket: buttons, the questions that they ask, and what is said afterwards. */
export const actionTexts = {
  title: { en: 'Quick actions', fr: 'Actions rapides' },
  status: {
    ouvert: { en: 'Reopen', fr: 'Rouvrir' },
    en_cours: { en: 'Start work', fr: 'Passer en cours' },
    en_attente_client: { en: 'Wait for client', fr: 'Mettre en attente client' },
    resolu: { en: 'Mark as resolved', fr: 'Marquer résolu' },
    ferme: { en: 'Close the ticket', fr: 'Fermer le ticket' },
  },
  changeStatus: { en: 'Change status', fr: 'Changer le statut' },
  comment: { en: 'Add a comment', fr: 'Ajouter un commentaire' },
  assignToMe: { en: 'Assign to me', fr: 'M’assigner le ticket' },
  assign: { en: 'Assign', fr: 'Assigner' },
  priority: { en: 'Priority', fr: 'Priorité' },
  category: { en: 'Category', fr: 'Catégorie' },
  snooze: { en: 'Snooze', fr: 'Mettre en sommeil' },
  unsnooze: { en: 'Wake up', fr: 'Réveiller' },
  merge: { en: 'Merge', fr: 'Fusionner' },
  unmerge: { en: 'Take the merge back', fr: 'Annuler la fusion' },
  notify: { en: 'Notify the client', fr: 'Notifier le client' },
  correction: { en: 'Record a correction', fr: 'Enregistrer une correction' },
  support: { en: 'Open in Support', fr: 'Ouvrir dans Support' },
  copyMarkdown: { en: 'Copy as Markdown', fr: 'Copier en Markdown' },
  copyCurl: { en: 'Copy as cURL', fr: 'Copier en cURL' },
  copyRefused: {
    en: 'Nothing was copied: the browser refused. Click into the page, then try again.',
    fr: 'Rien n’a été copié : le navigateur l’a refusé. Cliquez dans la page, puis réessayez.',
  },
  note: { en: 'Note (optional)', fr: 'Note (facultative)' },
  noteHint: { en: 'Stands in the timeline.', fr: 'Elle figurera dans la timeline.' },
  /** Announced once done. */
  done: {
    status: { en: 'Status: {status}', fr: 'Statut : {status}' },
    comment: { en: 'Comment added', fr: 'Commentaire ajouté' },
    assigned: { en: 'Assigned to {person}', fr: 'Assigné à {person}' },
    unassigned: { en: 'Assigned to nobody', fr: 'Ticket désormais sans personne assignée' },
    priority: { en: 'Priority: {priority}', fr: 'Priorité : {priority}' },
    category: { en: 'Category: {category}', fr: 'Catégorie : {category}' },
    snoozed: { en: 'Ticket snoozed', fr: 'Ticket mis en sommeil' },
    unsnoozed: { en: 'Ticket woken up', fr: 'Ticket réveillé' },
    merged: { en: 'Merged into {number}', fr: 'Fusionné avec {number}' },
    unmerged: { en: 'Merge taken back', fr: 'Fusion annulée' },
    split: { en: 'The error has a ticket of its own', fr: 'L’erreur a maintenant son propre ticket' },
    notified: { en: 'Message recorded', fr: 'Message enregistré' },
    correction: { en: 'Correction recorded', fr: 'Correction enregistrée' },
  },
  statusDialog: {
    title: { en: 'Change the status', fr: 'Changer le statut' },
    choose: { en: 'New status', fr: 'Nouveau statut' },
    submit: { en: 'Change', fr: 'Changer' },
  },
  resolveDialog: {
    title: { en: 'Mark as resolved', fr: 'Marquer comme résolu' },
    body: {
      en: 'The error counts as resolved until it comes back. Vigie then opens this ticket again.',
      fr: 'L’erreur est considérée comme résolue jusqu’à ce qu’elle réapparaisse. Vigie rouvrira alors ce ticket.',
    },
    release: { en: 'Release with the fix (optional)', fr: 'Version qui corrige (facultative)' },
    releaseHint: {
      en: 'Occurrences in older releases will then not reopen the ticket.',
      fr: 'Les occurrences des versions antérieures ne rouvriront alors pas le ticket.',
    },
    submit: { en: 'Mark as resolved', fr: 'Marquer résolu' },
  },
  closeDialog: {
    title: { en: 'Close the ticket', fr: 'Fermer le ticket' },
    resolution: { en: 'Resolution', fr: 'Résolution' },
    resolutionHint: {
      en: 'How was it solved? It stands on the ticket and in the timeline.',
      fr: 'Comment le problème a-t-il été résolu ? Ce texte figurera sur le ticket et dans la timeline.',
    },
    missing: {
      en: 'Say how it was solved: the ticket has not been resolved yet.',
      fr: 'Indiquez comment le problème a été résolu : le ticket n’a pas encore été résolu.',
    },
    submit: { en: 'Close', fr: 'Fermer le ticket' },
  },
  assignDialog: {
    title: { en: 'Assign the ticket', fr: 'Assigner le ticket' },
    person: { en: 'E-mail or name', fr: 'E-mail ou nom' },
    personHint: { en: 'Leave empty to assign it to nobody.', fr: 'Laissez vide pour ne l’assigner à personne.' },
    noIdentity: {
      en: 'To assign tickets to yourself with one key, enter your identity in the options.',
      fr: 'Pour vous assigner des tickets d’une seule touche, indiquez votre identité dans les options.',
    },
    toOptions: { en: 'Open the options', fr: 'Ouvrir les options' },
    submit: { en: 'Assign', fr: 'Assigner' },
  },
  priorityDialog: {
    title: { en: 'Change the priority', fr: 'Changer la priorité' },
    choose: { en: 'New priority', fr: 'Nouvelle priorité' },
    submit: { en: 'Change', fr: 'Changer' },
  },
  categoryDialog: {
    title: { en: 'Change the category', fr: 'Changer la catégorie' },
    name: { en: 'Category', fr: 'Catégorie' },
    missing: { en: 'A category has a name.', fr: 'Indiquez le nom de la catégorie.' },
    submit: { en: 'Change', fr: 'Changer' },
  },
  splitDialog: {
    title: { en: 'Split off this error', fr: 'Détacher cette erreur' },
    body: {
      en: 'This error gets a ticket of its own, with its occurrences and clients. The others stay here.',
      fr: 'Cette erreur aura son propre ticket, avec ses occurrences et ses clients. Les autres restent ici.',
    },
    submit: { en: 'Split off', fr: 'Détacher' },
  },
  comments: {
    label: { en: 'Internal comment', fr: 'Commentaire interne' },
    hint: {
      en: 'Only your team reads it: clients are not told. Ctrl+Enter sends.',
      fr: 'Seule votre équipe le lit : les clients n’en sont pas informés. Ctrl+Entrée valide.',
    },
    submit: { en: 'Add the comment', fr: 'Ajouter le commentaire' },
  },
} as const satisfies TextTree;

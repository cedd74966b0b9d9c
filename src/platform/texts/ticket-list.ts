import type { TextTree } from '../i18n.ts';

/** What one can do from the list of tickets: several at once, and a new one. */
export const ticketListTexts = {
  select: { en: 'Select {number}', fr: 'Sélectionner {number}' },
  selectAll: { en: 'Select all rows', fr: 'Sélectionner toutes les lignes' },
  selectRow: { en: 'Select the row', fr: 'Sélectionner la ligne' },
  bulk: { en: 'Actions on the selection', fr: 'Actions sur la sélection' },
  selected: {
    en: '{count, plural, one {# ticket selected} other {# tickets selected}}',
    fr: '{count, plural, one {# ticket sélectionné} other {# tickets sélectionnés}}',
  },
  clear: { en: 'Clear the selection', fr: 'Tout désélectionner' },
  setStatus: { en: 'Change status', fr: 'Changer le statut' },
  setPriority: { en: 'Change priority', fr: 'Changer la priorité' },
  assign: { en: 'Assign', fr: 'Assigner' },
  apply: { en: 'Apply', fr: 'Appliquer' },
  bulkTitle: {
    byName: {
      status: {
        en: '{count, plural, one {Change the status of # ticket} other {Change the status of # tickets}}',
        fr: '{count, plural, one {Changer le statut de # ticket} other {Changer le statut de # tickets}}',
      },
      priority: {
        en: '{count, plural, one {Change the priority of # ticket} other {Change the priority of # tickets}}',
        fr: '{count, plural, one {Changer la priorité de # ticket} other {Changer la priorité de # tickets}}',
      },
      assign: {
        en: '{count, plural, one {Assign # ticket} other {Assign # tickets}}',
        fr: '{count, plural, one {Assigner # ticket} other {Assigner # tickets}}',
      },
    },
  },
  noCommonStatus: {
    en: 'These tickets have no next status in common. Select tickets of one status.',
    fr: 'Ces tickets n’ont aucun statut suivant en commun. Sélectionnez des tickets de même statut.',
  },
  done: {
    en: '{count, plural, one {# ticket changed} other {# tickets changed}}',
    fr: '{count, plural, one {# ticket modifié} other {# tickets modifiés}}',
  },
  refused: {
    en: '{done, plural, =0 {No ticket changed} one {# ticket changed} other {# tickets changed}}, {refused, plural, one {# refused} other {# refused}} ({numbers}). {reason}',
    fr: '{done, plural, =0 {Aucun ticket modifié} one {# ticket modifié} other {# tickets modifiés}}, {refused, plural, one {# refusé} other {# refusés}} ({numbers}). {reason}',
  },
  assignee: { en: 'Assigned to', fr: 'Assigné à' },
  anybody: { en: 'Anybody or nobody', fr: 'Tous' },
  nobody: { en: 'Nobody', fr: 'Personne' },
  sort: { en: 'Sort by', fr: 'Trier par' },
  orders: {
    byName: {
      updated: { en: 'Last update', fr: 'Dernière mise à jour' },
      created: { en: 'Creation', fr: 'Date de création' },
      priority: { en: 'Priority', fr: 'Priorité' },
      monitoring: { en: 'End of monitoring (monitored only)', fr: 'Fin du monitoring (tickets suivis)' },
    },
  },
  views: {
    title: { en: 'Views', fr: 'Vues' },
    mine: { en: 'My tickets', fr: 'Mes tickets' },
    unassigned: { en: 'Assigned to nobody', fr: 'Non assignés' },
    endingSoon: { en: 'Monitoring ends soonest', fr: 'Monitoring bientôt terminé' },
    save: { en: 'Save this view', fr: 'Enregistrer cette vue' },
    saveHint: {
      en: 'Filters and order are kept under a name, here above the list.',
      fr: 'Les filtres et l’ordre sont gardés sous un nom, ici au-dessus de la liste.',
    },
    name: { en: 'Name', fr: 'Nom' },
    missing: { en: 'Give the view a name.', fr: 'Donnez un nom à la vue.' },
    saved: { en: 'View “{name}” saved', fr: 'Vue « {name} » enregistrée' },
    remove: { en: 'Delete the view “{name}”', fr: 'Supprimer la vue « {name} »' },
    removed: { en: 'View “{name}” deleted', fr: 'Vue « {name} » supprimée' },
  },
  export: {
    csv: { en: 'Export as CSV', fr: 'Exporter en CSV' },
    json: { en: 'Export as JSON', fr: 'Exporter en JSON' },
    done: {
      en: '{count, plural, =0 {No ticket exported} one {# ticket exported} other {# tickets exported}}',
      fr: '{count, plural, =0 {Aucun ticket exporté} one {# ticket exporté} other {# tickets exportés}}',
    },
    failed: { en: 'The export failed: {reason}', fr: 'L’export a échoué : {reason}' },
  },
  create: {
    button: { en: 'New ticket', fr: 'Nouveau ticket' },
    title: { en: 'New ticket', fr: 'Nouveau ticket' },
    subject: { en: 'Subject', fr: 'Sujet' },
    description: { en: 'Description', fr: 'Description' },
    priority: { en: 'Priority', fr: 'Priorité' },
    category: { en: 'Category', fr: 'Catégorie' },
    client: { en: 'Client’s e-mail (optional)', fr: 'E-mail du client (facultatif)' },
    clientInvalid: {
      en: 'This is not a complete e-mail address. It needs a name, an @ and a domain, as in name@example.com.',
      fr: 'Cette adresse e-mail est incomplète. Il lui faut un nom, un @ et un domaine, comme dans nom@exemple.fr.',
    },
    project: { en: 'Site', fr: 'Site' },
    noProject: { en: 'No site in particular', fr: 'Aucun site en particulier' },
    missing: { en: 'Give the ticket a subject.', fr: 'Donnez un sujet au ticket.' },
    submit: { en: 'Create the ticket', fr: 'Créer le ticket' },
    done: { en: 'Ticket {number} created', fr: 'Ticket {number} créé' },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** What the commands of the console answer. The lines of the guide stand in French as they stand there. */
export const consoleTexts = {
  status: {
    supabaseLocal: {
      en: '✅ Supabase available: not needed in local mode, everything is in this browser',
      fr: '✅ Supabase disponible : pas nécessaire en mode local, tout est dans ce navigateur',
    },
    supabaseAvailable: { en: '✅ Supabase available', fr: '✅ Supabase disponible' },
    supabaseUnavailable: {
      en: '❌ Supabase not available: {why} (see Options, Team, Test)',
      fr: '❌ Supabase indisponible : {why} (voir Options, Équipe, Tester)',
    },
    instanceActive: { en: '✅ Instance active', fr: '✅ Instance active' },
    instanceInactive: { en: '❌ Instance inactive: {why}', fr: '❌ Instance inactive : {why}' },
    tableExists: { en: '✅ {table} exists', fr: '✅ {table} existe' },
    tableMissing: {
      en: '❌ {table} cannot be read: restart the browser, then import your latest export',
      fr: '❌ {table} illisible : redémarrez le navigateur, puis importez votre dernier export',
    },
    unresolved: { en: '📊 {count} unresolved error(s)', fr: '📊 {count} erreur(s) non résolue(s)' },
    automatic: { en: '🤖 {count} automatic ticket(s)', fr: '🤖 {count} ticket(s) auto-créé(s)' },
  },
  test: {
    byName: {
      error: { en: 'Error stored', fr: 'Erreur enregistrée' },
      ticket: { en: 'Ticket created by itself', fr: 'Ticket créé automatiquement' },
      recurrence: { en: 'Recurrence linked to the same ticket', fr: 'Récurrence liée au même ticket' },
      closing: { en: 'Ticket closed at the end of the watch', fr: 'Ticket clôturé à la fin du monitoring' },
      'clean-up': { en: 'Test data removed', fr: 'Données de test effacées' },
    },
    start: { en: '🧪 Full test of the automatic tickets', fr: '🧪 Test complet des tickets automatiques' },
    passed: { en: '✅ {number}. {step}: {detail}', fr: '✅ {number}. {step} : {detail}' },
    failed: { en: '❌ {number}. {step}: {detail}', fr: '❌ {number}. {step} : {detail}' },
    removed: {
      en: '{count, plural, =0 {nothing was left} one {# row} other {# rows}}',
      fr: '{count, plural, =0 {rien ne restait} one {# ligne} other {# lignes}}',
    },
    byCode: {
      'no-kind': {
        en: 'no kind of script error makes tickets. Choose one in the options, under Tickets.',
        fr: 'aucun type d’erreur de script ne donne de ticket. Choisissez-en un dans les options, sous Tickets.',
      },
      ignored: {
        en: 'one of your ignore rules takes the test’s error out. Narrow it in the options.',
        fr: 'une de vos règles d’exclusion écarte l’erreur du test. Précisez-la dans les options.',
      },
      'not-stored': {
        en: 'the error was not stored. Check the room on the disk, then restart the browser.',
        fr: 'l’erreur n’a pas été enregistrée. Vérifiez l’espace disque, puis redémarrez le navigateur.',
      },
      'no-ticket': {
        en: 'no ticket came although the threshold was reached. Copy the diagnostic for support.',
        fr: 'aucun ticket alors que le seuil est atteint. Copiez le diagnostic pour le support.',
      },
      'odd-ticket': {
        en: 'the ticket is not as it should be. Copy the diagnostic for support.',
        fr: 'le ticket n’est pas conforme. Copiez le diagnostic pour le support.',
      },
      'two-tickets': {
        en: 'the recurrence did not join the ticket. Copy the diagnostic for support.',
        fr: 'la récurrence n’a pas rejoint le ticket. Copiez le diagnostic pour le support.',
      },
      miscounted: {
        en: 'the occurrences are miscounted. Copy the diagnostic for support.',
        fr: 'les occurrences sont mal comptées. Copiez le diagnostic pour le support.',
      },
      'not-prolonged': {
        en: 'the recurrence did not prolong the watch. Copy the diagnostic for support.',
        fr: 'la récurrence n’a pas prolongé le monitoring. Copiez le diagnostic pour le support.',
      },
      'not-closed': {
        en: 'the ticket stayed open after its watch. Copy the diagnostic for support.',
        fr: 'le ticket est resté ouvert après son monitoring. Copiez le diagnostic pour le support.',
      },
    },
    otherFailure: {
      en: 'an unexpected failure ({code}). Copy the diagnostic for support.',
      fr: 'un incident inattendu ({code}). Copiez le diagnostic pour le support.',
    },
    allPassed: { en: '✅ Test passed', fr: '✅ Test réussi' },
    someFailed: {
      en: '❌ Test failed: {command} says what to do',
      fr: '❌ Test échoué : {command} indique que faire',
    },
  },
  reinit: {
    done: {
      en: '✅ System initialised again: nothing was deleted',
      fr: '✅ Système réinitialisé : rien n’a été supprimé',
    },
  },
  ticket: {
    created: { en: '🎫 Ticket {number} created: {subject}', fr: '🎫 Ticket {number} créé : {subject}' },
    existing: {
      en: '🎫 Ticket {number} already exists for this error: {subject}',
      fr: '🎫 Le ticket {number} existe déjà pour cette erreur : {subject}',
    },
    line: { en: '🎫 {number} · {status} · {subject}', fr: '🎫 {number} · {status} · {subject}' },
    changed: { en: '✅ {number} · {status}', fr: '✅ {number} · {status}' },
    none: {
      en: 'ℹ️ This error has no ticket. To create one: {command}',
      fr: 'ℹ️ Cette erreur n’a pas de ticket. Pour en créer un : {command}',
    },
    watched: {
      en: '👁️ {number} is watched until {time}',
      fr: '👁️ {number} est surveillé jusqu’au {time}',
    },
    notWatched: {
      en: '⚠️ {number} is not watched: {status}. Only tickets with an error that are not closed are.',
      fr: '⚠️ {number} n’est pas surveillé : {status}. Seuls le sont les tickets d’une erreur, non clôturés.',
    },
    notDue: {
      en: '⚠️ {number} does not close by itself before {time}: its error may still come back',
      fr: '⚠️ {number} ne se clôture pas de lui-même avant le {time} : son erreur peut encore réapparaître',
    },
    due: {
      en: '⚠️ {number} is due but stays {status}: that status, or the team’s database, decides',
      fr: '⚠️ {number} est à échéance mais reste {status} : ce statut, ou la base de l’équipe, en décide',
    },
    closed: { en: '✅ {number} is closed: {resolution}', fr: '✅ {number} est clôturé : {resolution}' },
    resumed: {
      en: '👁️ {count} ticket(s) under watch',
      fr: '👁️ {count} ticket(s) en monitoring',
    },
    notified: {
      en: '📧 {number}: {count} client(s) to be told',
      fr: '📧 {number} : {count} client(s) à prévenir',
    },
  },
  correction: {
    logged: { en: '🔧 {count} correction(s) recorded', fr: '🔧 {count} correction(s) enregistrée(s)' },
  },
  config: {
    saved: { en: '✅ {name} = {value}', fr: '✅ {name} = {value}' },
    refused: {
      en: '⚠️ {name} stays at {value}: {reason}',
      fr: '⚠️ {name} reste à {value} : {reason}',
    },
    expected: {
      autoCreateTicketThreshold: {
        en: 'give a whole number from 1 to 1000000',
        fr: 'donnez un nombre entier de 1 à 1000000',
      },
      monitoringDuration: {
        en: 'give milliseconds, from 1000 (1 s) to 31622400000 (366 days); a day is 86400000',
        fr: 'donnez des millisecondes, de 1000 (1 s) à 31622400000 (366 jours) ; un jour vaut 86400000',
      },
      emailTemplate: {
        en: 'give the name of a template: letters, digits and hyphens, such as error-detected',
        fr: 'donnez le nom d’un modèle : lettres, chiffres et tirets, comme error-detected',
      },
      ticketPriority: {
        en: 'give haute, moyenne or basse (or high, medium, low)',
        fr: 'donnez haute, moyenne ou basse (ou high, medium, low)',
      },
    },
  },
  refused: {
    noList: {
      en: 'No list of errors is on screen. Open Monitoring first; the numbers count its rows, from 0.',
      fr: 'Aucune liste d’erreurs n’est affichée. Ouvrez d’abord Monitoring ; les numéros comptent ses lignes, à partir de 0.',
    },
    noRow: {
      en: 'There is no row {index}: give a number from 0 to {last}.',
      fr: 'Il n’y a pas de ligne {index} : donnez un numéro de 0 à {last}.',
    },
    noTicket: {
      en: 'No ticket is called {id}. Copy its id or its number from its page.',
      fr: 'Aucun ticket ne s’appelle {id}. Copiez son identifiant ou son numéro depuis sa page.',
    },
    noError: {
      en: 'No error is called {id}. Copy its id from the error’s page.',
      fr: 'Aucune erreur ne s’appelle {id}. Copiez son identifiant depuis la page de l’erreur.',
    },
    noStatus: {
      en: 'No status is called {status}. The statuses are: {list}.',
      fr: 'Aucun statut ne s’appelle {status}. Les statuts sont : {list}.',
    },
    transition: {
      en: 'A ticket that is {from} cannot become {to}. Possible now: {list}.',
      fr: 'Un ticket {from} ne peut pas passer à {to}. Possible maintenant : {list}.',
    },
    correction: {
      en: 'This is not a correction. Give {shape}.',
      fr: 'Ceci n’est pas une correction. Donnez {shape}.',
    },
    noErrorText: {
      en: 'This error says nothing. Give {shape}.',
      fr: 'Cette erreur ne dit rien. Donnez {shape}.',
    },
    noMessage: {
      en: 'Give the message as well: it is what the clients read.',
      fr: 'Donnez aussi le message : c’est lui que liront les clients.',
    },
    notLoaded: {
      en: 'The ticket has not been loaded. First: {command}',
      fr: 'Le ticket n’est pas chargé. D’abord : {command}',
    },
    ignored: {
      en: 'ℹ️ This error is ignored by the rule {rule}: no ticket',
      fr: 'ℹ️ Cette erreur est ignorée par la règle {rule} : pas de ticket',
    },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The guide's chapter "Dépannage": each case, what is checked live, and what to do. */
export const troubleshootTexts = {
  tickets: {
    title: { en: 'Tickets are not created by themselves', fr: 'Tickets non créés automatiquement' },
    realtime: {
      en: 'Realtime: not needed in local mode, each error is dealt with as it is captured',
      fr: 'Realtime : pas nécessaire en mode local, chaque erreur est traitée dès sa capture',
    },
    background: { en: 'The background answers', fr: 'L’arrière-plan répond' },
    noBackground: {
      en: 'The background does not answer. Restart the browser, then: {command}',
      fr: 'L’arrière-plan ne répond pas. Redémarrez le navigateur, puis : {command}',
    },
    sites: {
      en: '{count, plural, one {# site is watched} other {# sites are watched}}: {list}',
      fr: '{count, plural, one {# site surveillé} other {# sites surveillés}} : {list}',
    },
    noSites: {
      en: 'No site is watched. Open the site, click Vigie’s icon and choose “Watch this site”.',
      fr: 'Aucun site n’est surveillé. Ouvrez le site, cliquez sur l’icône de Vigie et choisissez « Surveiller ce site ».',
    },
    threshold: { en: 'Threshold: {threshold}', fr: 'Seuil : {threshold}' },
    highThreshold: {
      en: 'Threshold not reached: a ticket takes {threshold} occurrences. To get one at the first: {command}',
      fr: 'Seuil non atteint : il faut {threshold} occurrences pour un ticket. Pour l’avoir dès la première : {command}',
    },
    waiting: {
      en: '{count, plural, one {# error waits} other {# errors wait}} below the threshold. To create a ticket at once: {command}',
      fr: '{count, plural, one {# erreur attend} other {# erreurs attendent}} sous le seuil. Pour créer un ticket tout de suite : {command}',
    },
    noneWaiting: { en: 'No error waits below the threshold', fr: 'Aucune erreur n’attend sous le seuil' },
    types: { en: 'Kinds that make tickets: {list}', fr: 'Types qui donnent un ticket : {list}' },
    noTypes: {
      en: 'No kind of error makes tickets. Choose some in the options, under Tickets.',
      fr: 'Aucun type d’erreur ne donne de ticket. Choisissez-en dans les options, sous Tickets.',
    },
    ignored: {
      en: '{count, plural, =0 {No error was ignored by a rule} one {# error was ignored by a rule (see Diagnostic)} other {# errors were ignored by rules (see Diagnostic)}}',
      fr: '{count, plural, =0 {Aucune erreur n’a été ignorée par une règle} one {# erreur ignorée par une règle (voir Diagnostic)} other {# erreurs ignorées par des règles (voir Diagnostic)}}',
    },
    existing: {
      en: 'One signature, one ticket: {count, plural, =0 {no error has one yet} one {# error has its ticket} other {# errors have theirs}}. A recurrence joins it. The signature of an error: {command}',
      fr: 'Une signature, un ticket : {count, plural, =0 {aucune erreur n’en a encore} one {# erreur a le sien} other {# erreurs ont le leur}}. Une récurrence s’y rattache. Signature d’une erreur : {command}',
    },
  },
  tables: {
    title: { en: 'Tables 404', fr: 'Tables 404' },
    local: {
      en: 'Local mode: no SQL to run. For a team: {file} in Supabase, then {command}',
      fr: 'Mode local : aucun SQL à exécuter. Pour une équipe : {file} dans Supabase, puis {command}',
    },
    exists: { en: '{table} exists', fr: '{table} existe' },
    missing: {
      en: '{table} cannot be read. Restart the browser, then import your latest export in the options.',
      fr: '{table} est illisible. Redémarrez le navigateur, puis importez votre dernier export dans les options.',
    },
  },
  mails: {
    title: { en: 'E-mails are not sent', fr: 'Emails non envoyés' },
    enabled: { en: 'E-mails are turned on in the options', fr: 'Les e-mails sont activés dans les options' },
    disabled: {
      en: 'E-mails are off: turn them on in the options, under E-mails',
      fr: 'Les e-mails sont désactivés : activez-les dans les options, sous E-mails',
    },
    sends: {
      en: 'The mail service answers at {address}, the address in the options',
      fr: 'Le service d’envoi répond sur {address}, l’adresse indiquée dans les options',
    },
    fails: {
      en: 'The mail service at {address} cannot send. {reason} Correct {env}, then: {command}',
      fr: 'Le service d’envoi sur {address} ne peut rien envoyer. {reason} Corrigez {env}, puis : {command}',
    },
    mend: {
      en: 'The mail service at {address} sends, and says: {reason}',
      fr: 'Le service d’envoi sur {address} envoie, et signale : {reason}',
    },
    silent: {
      en: 'No mail service answers at {address}, the address in the options: notifications are noted and nothing is sent. To send, fill in {env}, then: {command}',
      fr: 'Aucun service d’envoi ne répond sur {address}, l’adresse indiquée dans les options : les notifications sont notées, rien n’est envoyé. Pour envoyer, remplissez {env}, puis : {command}',
    },
    due: {
      en: '{count, plural, =0 {No notification is waiting} one {# notification is noted and waits} other {# notifications are noted and wait}}',
      fr: '{count, plural, =0 {Aucune notification en attente} one {# notification notée, en attente} other {# notifications notées, en attente}}',
    },
    template: { en: 'Template: {template}', fr: 'Modèle : {template}' },
    noIdentity: {
      en: 'No client has an address, so nobody would be told. Enter yours in the options, under Identity.',
      fr: 'Aucun client n’a d’adresse : personne ne serait prévenu. Saisissez la vôtre dans les options, sous Identité.',
    },
    identity: { en: 'Client of this browser: {email}', fr: 'Client de ce navigateur : {email}' },
  },
  closing: {
    title: { en: 'Auto-close does not work', fr: 'Auto-close ne fonctionne pas' },
    alarm: { en: 'The alarm of the watch is set', fr: 'L’alarme du monitoring est programmée' },
    noAlarm: {
      en: 'The alarm of the watch is missing. To set it again: {command}',
      fr: 'L’alarme du monitoring manque. Pour la reprogrammer : {command}',
    },
    active: {
      en: '{count, plural, =0 {No ticket is watched} one {# ticket is watched} other {# tickets are watched}}: {command}',
      fr: '{count, plural, =0 {Aucun ticket en monitoring} one {# ticket en monitoring} other {# tickets en monitoring}} : {command}',
    },
    unwatched: {
      en: '{count, plural, one {# open ticket is not watched} other {# open tickets are not watched}}. To take up the watch: {command}',
      fr: '{count, plural, one {# ticket ouvert sans monitoring} other {# tickets ouverts sans monitoring}}. Pour reprendre le monitoring : {command}',
    },
    allWatched: {
      en: 'Every open ticket with an error is watched',
      fr: 'Tout ticket ouvert d’une erreur est en monitoring',
    },
    overdue: {
      en: '{count, plural, one {The watch of # ticket has ended} other {The watches of # tickets have ended}} and it is still open. Only “ouvert” and “resolu” close by themselves unless the options say more. To close what is due: {command}',
      fr: '{count, plural, one {Le monitoring de # ticket est terminé} other {Le monitoring de # tickets est terminé}} sans clôture. Seuls « ouvert » et « resolu » se clôturent d’eux-mêmes, sauf si les options en disent plus. Pour clôturer ce qui doit l’être : {command}',
    },
    noneOverdue: {
      en: 'Nothing that should be closed is open',
      fr: 'Rien de ce qui devait être clôturé n’est resté ouvert',
    },
  },
  noise: {
    title: { en: 'Lasting console errors', fr: 'Erreurs console persistantes' },
    ruleOn: { en: 'Ignored (normal): {rule}', fr: 'Ignorée (normale) : {rule}' },
    ruleOff: {
      en: 'Rule switched off, so these make tickets: {rule}. Switch it on in Diagnostic.',
      fr: 'Règle désactivée, ces erreurs donnent donc des tickets : {rule}. Réactivez-la dans Diagnostic.',
    },
    critical: {
      en: 'To deal with: {message} ({count, plural, one {# occurrence} other {# occurrences}}, {ticket})',
      fr: 'À traiter : {message} ({count, plural, one {# occurrence} other {# occurrences}}, {ticket})',
    },
    noTicket: { en: 'no ticket', fr: 'aucun ticket' },
    noCritical: {
      en: 'No syntax error, “Cannot read properties of undefined” or HTTP 500/404 is unresolved',
      fr: 'Aucune erreur de syntaxe, « Cannot read properties of undefined » ou HTTP 500/404 non résolue',
    },
  },
} as const satisfies TextTree;

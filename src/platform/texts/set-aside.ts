import type { TextTree } from '../i18n.ts';

/** What was captured and not stored, and settings that cannot be read. */
export const setAsideTexts = {
  ignored: {
    cardTitle: { en: 'Ignored errors', fr: 'Erreurs ignorées' },
    intro: {
      en: 'Errors that an ignore rule took out: counted here, neither stored nor turned into tickets.',
      fr: 'Erreurs écartées par une règle d’exclusion : comptées ici, ni enregistrées, ni transformées en tickets.',
    },
    tableLabel: { en: 'Ignored occurrences by rule', fr: 'Occurrences ignorées par règle' },
    nothing: { en: 'No error has been ignored.', fr: 'Aucune erreur n’a été ignorée.' },
    rule: { en: 'Rule', fr: 'Règle' },
    builtinRule: { en: 'Built-in rule', fr: 'Règle intégrée' },
    ownRule: { en: 'Own rule', fr: 'Règle personnelle' },
    quietRule: {
      en: 'Set for a site in the options, under Sites',
      fr: 'Réglage d’un site dans les options, sous Sites',
    },
    quietAnswers: { en: 'Answers with status {status}', fr: 'Réponses de statut {status}' },
    nameless: { en: 'Rule without a name', fr: 'Règle sans nom' },
    goneRule: { en: 'A rule that no longer exists', fr: 'Une règle qui n’existe plus' },
    occurrences: { en: 'Occurrences', fr: 'Occurrences' },
    change: { en: 'Action', fr: 'Action' },
    captureAgain: { en: 'Capture these again', fr: 'Capturer de nouveau ces erreurs' },
    undoLabel: { en: 'Undo: ignore these again', fr: 'Annuler : ignorer de nouveau ces erreurs' },
    ruleOff: {
      en: 'Rule off: these errors are captured from now on.',
      fr: 'Règle désactivée : ces erreurs sont désormais capturées.',
    },
    ruleOn: { en: 'Rule on: these errors are ignored.', fr: 'Règle active : ces erreurs sont ignorées.' },
    locked: {
      en: 'The ignore rules are broken: reset them under “Broken settings” to change them here.',
      fr: 'Les règles d’exclusion sont inutilisables : réinitialisez-les sous « Réglages inutilisables » pour les modifier ici.',
    },
    byCode: {
      'webpage-content-reporter': {
        en: 'The extension script webpage_content_reporter',
        fr: 'Le script d’extension webpage_content_reporter',
      },
      'validation-status-column': {
        en: 'Column validation_status not found',
        fr: 'Colonne validation_status introuvable',
      },
      'monitoring-start-column': {
        en: 'Column monitoring_start not found',
        fr: 'Colonne monitoring_start introuvable',
      },
      'extension-frame': {
        en: 'Errors in the code of browser extensions',
        fr: 'Erreurs dans le code d’extensions du navigateur',
      },
      'extension-text': {
        en: 'Messages of browser extensions, without a stack',
        fr: 'Messages d’extensions du navigateur, sans pile d’appels',
      },
      'resize-observer': {
        en: 'ResizeObserver loop (harmless)',
        fr: 'Boucle ResizeObserver (sans conséquence)',
      },
      favicon: { en: 'Missing site icons (favicon)', fr: 'Icônes de site manquantes (favicon)' },
    },
  },
  refused: {
    cardTitle: { en: 'Refused and dropped', fr: 'Refusées et abandonnées' },
    intro: {
      en: 'Occurrences that reached Vigie and were not stored, by reason.',
      fr: 'Occurrences parvenues à Vigie et non enregistrées, par motif.',
    },
    tableLabel: { en: 'Occurrences that were not stored, by reason', fr: 'Occurrences non enregistrées, par motif' },
    nothing: {
      en: 'Nothing was refused or dropped: everything that was to be stored is.',
      fr: 'Rien n’a été refusé ni abandonné : tout ce qui devait être enregistré l’a été.',
    },
    reason: { en: 'Reason', fr: 'Motif' },
    cure: { en: 'What to do', fr: 'Que faire' },
    byCode: {
      'wire-version': {
        meaning: {
          en: 'The page was opened before Vigie was updated.',
          fr: 'La page était ouverte avant la mise à jour de Vigie.',
        },
        cure: { en: 'Reload the pages that are open.', fr: 'Rechargez les pages ouvertes.' },
      },
      'no-page': {
        meaning: {
          en: 'The browser named no web page as the sender.',
          fr: 'Le navigateur n’a indiqué aucune page web comme expéditeur.',
        },
        cure: {
          en: 'Nothing, unless it grows while you test: then reload the page.',
          fr: 'Rien, sauf si le nombre augmente pendant vos tests : rechargez alors la page.',
        },
      },
      'not-granted': {
        meaning: {
          en: 'The browser no longer lets Vigie read this site.',
          fr: 'Le navigateur ne laisse plus Vigie lire ce site.',
        },
        cure: {
          en: 'To capture it again, allow the site in the options, under Sites.',
          fr: 'Pour le capturer de nouveau, autorisez le site dans les options, sous Sites.',
        },
      },
      'site-off': {
        meaning: { en: 'Capture of the site is turned off.', fr: 'La capture du site est désactivée.' },
        cure: {
          en: 'Nothing if this is wanted; otherwise turn the site on in the options, under Sites.',
          fr: 'Rien si c’est voulu ; sinon, activez le site dans les options, sous Sites.',
        },
      },
      'site-paused': {
        meaning: {
          en: 'Capture of the site was paused for a while.',
          fr: 'La capture du site était suspendue pour un moment.',
        },
        cure: {
          en: 'Nothing: it goes on by itself when the pause is over.',
          fr: 'Rien : elle reprend d’elle-même à la fin de la pause.',
        },
      },
      rate: {
        meaning: {
          en: 'A page produced too many different errors in a short time; those beyond the limit were only counted.',
          fr: 'Une page a produit trop d’erreurs différentes en peu de temps ; au-delà de la limite, elles n’ont été que comptées.',
        },
        cure: {
          en: 'Correct the errors that come most often in Monitoring, then test again.',
          fr: 'Corrigez les erreurs les plus fréquentes dans Monitoring, puis testez de nouveau.',
        },
      },
      malformed: {
        meaning: {
          en: 'What arrived did not have the form of an error.',
          fr: 'Ce qui est arrivé n’avait pas la forme d’une erreur.',
        },
        cure: {
          en: 'Reload the page; if it repeats, a script of the page may be interfering: copy the diagnostic for support.',
          fr: 'Rechargez la page ; si cela se répète, un script de la page interfère peut-être : copiez le diagnostic pour le support.',
        },
      },
      'blocked-by-client': {
        meaning: {
          en: 'An ad blocker or another extension forbade the request: the site is not at fault.',
          fr: 'Un bloqueur de publicité ou une autre extension a interdit la requête : le site n’est pas en cause.',
        },
        cure: {
          en: 'Nothing if this is wanted; otherwise turn the blocker off for the site, then test again.',
          fr: 'Rien si c’est voulu ; sinon, désactivez le bloqueur pour ce site, puis testez de nouveau.',
        },
      },
      underivable: {
        meaning: {
          en: 'Vigie itself failed while working the error out.',
          fr: 'Vigie elle-même a échoué en analysant l’erreur.',
        },
        cure: {
          en: 'Copy the diagnostic for support: this is Vigie’s fault.',
          fr: 'Copiez le diagnostic pour le support : la faute vient de Vigie.',
        },
      },
      unstorable: {
        meaning: { en: 'The storage did not take the error.', fr: 'Le stockage n’a pas accepté l’erreur.' },
        cure: {
          en: 'Check the room on the disk; if there is enough, copy the diagnostic for support.',
          fr: 'Vérifiez l’espace disque ; s’il suffit, copiez le diagnostic pour le support.',
        },
      },
      dropped: {
        meaning: {
          en: 'A page had to give up errors because too many were waiting for Vigie.',
          fr: 'Une page a dû abandonner des erreurs, car trop d’entre elles attendaient Vigie.',
        },
        cure: {
          en: 'Reload the page, then test again; if it repeats, restart the browser.',
          fr: 'Rechargez la page, puis testez de nouveau ; si cela se répète, redémarrez le navigateur.',
        },
      },
      other: {
        meaning: { en: 'A reason that this page does not know.', fr: 'Un motif que cette page ne connaît pas.' },
        cure: { en: 'Copy the diagnostic for support.', fr: 'Copiez le diagnostic pour le support.' },
      },
    },
  },
  broken: {
    cardTitle: { en: 'Broken settings', fr: 'Réglages inutilisables' },
    nothing: { en: 'All settings work.', fr: 'Tous les réglages sont utilisables.' },
    reset: { en: 'Reset to the default', fr: 'Remettre la valeur par défaut' },
    resetDone: { en: 'The setting is back at its default.', fr: 'Le réglage a retrouvé sa valeur par défaut.' },
    byCode: {
      identity: {
        title: { en: 'Identity', fr: 'Identité' },
        cure: {
          en: 'Errors are captured without a client. Enter the identity again in the options, or reset it.',
          fr: 'Les erreurs sont capturées sans client. Saisissez de nouveau l’identité dans les options, ou remettez la valeur par défaut.',
        },
      },
      language: {
        title: { en: 'Language', fr: 'Langue' },
        cure: {
          en: 'The language of the browser is used. Choose a language in the options, or reset it.',
          fr: 'La langue du navigateur est utilisée. Choisissez une langue dans les options, ou remettez la valeur par défaut.',
        },
      },
      appearance: {
        title: { en: 'Appearance', fr: 'Apparence' },
        cure: {
          en: 'The colours of this computer are used. Choose an appearance in the options, or reset it.',
          fr: 'Les couleurs de l’ordinateur sont utilisées. Choisissez une apparence dans les options, ou remettez la valeur par défaut.',
        },
      },
      notifications: {
        title: { en: 'Notifications', fr: 'Notifications' },
        cure: {
          en: 'The default template is used. Set it again in the console, or reset the setting.',
          fr: 'Le modèle par défaut est utilisé. Réglez-le de nouveau dans la console, ou remettez la valeur par défaut.',
        },
      },
      shortcuts: {
        title: { en: 'Keyboard shortcuts', fr: 'Raccourcis clavier' },
        cure: {
          en: 'Single-key shortcuts are on. Turn them off in the dashboard’s list of shortcuts, or reset the setting.',
          fr: 'Les raccourcis à une touche sont actifs. Désactivez-les dans la liste des raccourcis du tableau de bord, ou remettez la valeur par défaut.',
        },
      },
      tickets: {
        title: { en: 'Tickets and monitoring', fr: 'Tickets et monitoring' },
        cure: {
          en: 'The default rules apply. Set the rules again in the options, or reset them.',
          fr: 'Les règles par défaut s’appliquent. Réglez-les de nouveau dans les options, ou remettez la valeur par défaut.',
        },
      },
      alerts: {
        title: { en: 'Notifications of this browser', fr: 'Notifications de ce navigateur' },
        cure: {
          en: 'No notifications are shown. Choose them again in the options, or reset them.',
          fr: 'Aucune notification n’est affichée. Choisissez-les de nouveau dans les options, ou remettez la valeur par défaut.',
        },
      },
      ticketViews: {
        title: { en: 'Saved views', fr: 'Vues enregistrées' },
        cure: {
          en: 'The saved views of the list of tickets are gone. Reset them to be able to save new ones.',
          fr: 'Les vues enregistrées de la liste des tickets sont perdues. Remettez la valeur par défaut pour pouvoir en enregistrer de nouvelles.',
        },
      },
      retention: {
        title: { en: 'What is kept', fr: 'Ce qui est conservé' },
        cure: {
          en: 'Samples are kept for 90 days, at most 100,000. Set what is kept again in the options, or reset it.',
          fr: 'Les exemples sont conservés 90 jours, au plus 100 000. Réglez-le de nouveau dans les options, ou remettez la valeur par défaut.',
        },
      },
      redaction: {
        title: { en: 'Masking', fr: 'Masquage' },
        cure: {
          en: 'To be on the safe side, Vigie drops every captured text. Reset it: the built-in masking then applies, without your own rules.',
          fr: 'Par prudence, Vigie supprime tous les textes capturés. Remettez la valeur par défaut : le masquage intégré s’applique alors, sans vos propres règles.',
        },
      },
      ignore: {
        title: { en: 'Ignore rules', fr: 'Règles d’exclusion' },
        cure: {
          en: 'Your own ignore rules do not apply, or not all of them. Reset to turn rules on and off again: the built-in rules then apply, without your own.',
          fr: 'Vos propres règles d’exclusion ne s’appliquent pas, ou pas toutes. Remettez la valeur par défaut pour pouvoir de nouveau activer et désactiver des règles : les règles intégrées s’appliquent alors, sans les vôtres.',
        },
      },
    },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The state of Vigie itself: its own failures, and what it set aside. */
export const diagnosticTexts = {
  heading: { en: 'Diagnostic', fr: 'Diagnostic' },
  copyReport: { en: 'Copy the diagnostic', fr: 'Copier le diagnostic' },
  reportHint: {
    en: 'Text for support: numbers, versions and codes. It contains no captured text, no e-mail address and no name of a site.',
    fr: 'Texte pour le support : chiffres, versions et codes. Il ne contient ni texte capturé, ni adresse e-mail, ni nom de site.',
  },
  reportLine: { en: '{name}: {value}', fr: '{name} : {value}' },
  environment: {
    cardTitle: { en: 'State', fr: 'État' },
    version: { en: 'Version of Vigie', fr: 'Version de Vigie' },
    browserName: { en: 'Browser', fr: 'Navigateur' },
    hosts: { en: 'Granted hosts', fr: 'Hôtes autorisés' },
    hostCount: {
      en: '{count, plural, =0 {None} one {# host} other {# hosts}}',
      fr: '{count, plural, =0 {Aucun} one {# hôte} other {# hôtes}}',
    },
    hostsMore: {
      en: '{count, plural, one {and # more} other {and # more}}',
      fr: '{count, plural, one {et # autre} other {et # autres}}',
    },
    noHosts: {
      en: 'No host: Vigie captures nothing. Add a site in the options.',
      fr: 'Aucun hôte : Vigie ne capture rien. Ajoutez un site dans les options.',
    },
    storage: { en: 'Storage', fr: 'Stockage' },
    used: { en: '{used} used of {quota}', fr: '{used} utilisés sur {quota}' },
    openTickets: { en: 'Open tickets', fr: 'Tickets ouverts' },
    occurrences: { en: 'Captured occurrences', fr: 'Occurrences capturées' },
    notTold: { en: 'The browser does not say.', fr: 'Le navigateur ne l’indique pas.' },
  },
  ownFailures: {
    cardTitle: { en: 'Vigie’s own failures', fr: 'Incidents de Vigie' },
    tableLabel: {
      en: 'Failures of Vigie itself, latest first',
      fr: 'Incidents de Vigie, du plus récent au plus ancien',
    },
    allWell: { en: 'All is well', fr: 'Tout va bien' },
    noFailure: {
      en: 'Vigie has noted no failure of its own in this browser.',
      fr: 'Vigie n’a relevé aucun incident de son côté dans ce navigateur.',
    },
    part: { en: 'What failed', fr: 'Ce qui a échoué' },
    technical: { en: 'Technical detail', fr: 'Détail technique' },
    times: { en: 'Times', fr: 'Nombre' },
    timesCount: {
      en: '{count, plural, one {once} other {# times}}',
      fr: '{count, plural, one {# fois} other {# fois}}',
    },
    lastTime: { en: 'Last time', fr: 'Dernière fois' },
    firstTime: { en: 'First:', fr: 'Première :' },
    byCode: {
      start: {
        en: 'Vigie could not prepare everything when it started. Restart the browser; capture takes up again by itself.',
        fr: 'Vigie n’a pas pu tout préparer à son démarrage. Redémarrez le navigateur ; la capture reprend d’elle-même.',
      },
      installed: {
        en: 'After an installation or an update, pages that were already open may not be watched. Reload them.',
        fr: 'Après une installation ou une mise à jour, des pages déjà ouvertes ne sont peut-être pas surveillées. Rechargez-les.',
      },
      inject: {
        en: 'A page that was already open could not be watched. Reload it. Nothing to do if it was closed meanwhile.',
        fr: 'Une page déjà ouverte n’a pas pu être surveillée. Rechargez-la. Rien à faire si elle a été fermée entre-temps.',
      },
      retention: {
        en: 'The disk was full: the oldest samples were dropped to make room. Free some space, or keep fewer samples (options, “Data”).',
        fr: 'Le disque était plein : les exemples les plus anciens ont été supprimés pour faire de la place. Libérez de l’espace, ou conservez moins d’exemples (options, « Données »).',
      },
      granted: {
        en: 'A site was just allowed, and its capture could not be set up. Turn the site off and on again in the options.',
        fr: 'Un site vient d’être autorisé et sa capture n’a pas pu être mise en place. Désactivez puis réactivez ce site dans les options.',
      },
      revoked: {
        en: 'A site was just withdrawn, and its capture could not be tidied up. Restart the browser; nothing is stored from it.',
        fr: 'L’accès à un site vient d’être retiré et sa capture n’a pas pu être nettoyée. Redémarrez le navigateur ; rien n’en est enregistré.',
      },
      'tab-closed': {
        en: 'What was noted of a closed tab could not be cleared. Nothing is lost; it is cleared at the next start of the browser.',
        fr: 'Les notes d’un onglet fermé n’ont pas pu être effacées. Rien n’est perdu ; elles le seront au prochain démarrage du navigateur.',
      },
      alerts: {
        en: 'A notification could not be shown on the screen. The tickets are stored; the next event tries again. See whether the system lets this browser show notifications.',
        fr: 'Une notification n’a pas pu être affichée à l’écran. Les tickets sont enregistrés ; le prochain événement réessaie. Vérifiez que le système laisse ce navigateur afficher des notifications.',
      },
      badge: {
        en: 'The number on Vigie’s icon could not be updated. Only the icon is affected: the errors are stored. Reload the page to see it again.',
        fr: 'Le nombre sur l’icône de Vigie n’a pas pu être mis à jour. Seule l’icône est touchée : les erreurs sont enregistrées. Rechargez la page pour le revoir.',
      },
      settings: {
        en: 'A setting could not be read; its default is used. See “Broken settings” on this page.',
        fr: 'Un réglage n’a pas pu être lu ; sa valeur par défaut est utilisée. Voyez « Réglages inutilisables » sur cette page.',
      },
      redaction: {
        en: 'A masking rule does not work, so Vigie drops every captured text to be on the safe side. Reset them under “Broken settings” on this page.',
        fr: 'Une règle de masquage ne fonctionne pas ; par prudence, Vigie supprime tous les textes capturés. Réinitialisez-les sous « Réglages inutilisables » sur cette page.',
      },
      'capture.batch': {
        en: 'What a page sent could not be taken. The page keeps it and offers it again. If it repeats, check the room on the disk, then restart the browser.',
        fr: 'Un envoi d’une page n’a pas pu être pris en charge. La page le conserve et le proposera de nouveau. Si cela se répète, vérifiez l’espace disque puis redémarrez le navigateur.',
      },
      'capture.page': {
        en: 'The display of a page could not be noted. Its errors are captured all the same. Reload the page.',
        fr: 'L’affichage d’une page n’a pas pu être noté. Ses erreurs sont tout de même capturées. Rechargez la page.',
      },
      'capture.record': {
        en: 'A page sent something that Vigie cannot read: it was counted and not stored. If it repeats, reload the page; a script there may be interfering.',
        fr: 'Une page a envoyé quelque chose que Vigie ne peut pas lire : compté, mais non enregistré. Si cela se répète, rechargez la page ; un script y interfère peut-être.',
      },
      'capture.derive': {
        en: 'Vigie could not work out an error and gave it up. The page is not at fault: copy the diagnostic for support.',
        fr: 'Vigie n’a pas su analyser une erreur et y a renoncé. La page n’est pas en cause : copiez le diagnostic pour le support.',
      },
      'capture.store': {
        en: 'An error could not be stored. Check the room on the disk; if there is enough, copy the diagnostic for support.',
        fr: 'Une erreur n’a pas pu être enregistrée. Vérifiez l’espace disque ; s’il suffit, copiez le diagnostic pour le support.',
      },
      'network.failed': {
        en: 'A failed request that the browser reported could not be noted. What the page itself tells is captured. If it repeats, restart the browser.',
        fr: 'Une requête en échec signalée par le navigateur n’a pas pu être notée. Ce que la page en dit elle-même est capturé. Si cela se répète, redémarrez le navigateur.',
      },
      'network.settle': {
        en: 'Failed requests could not be stored yet. Vigie tries again by itself; if it repeats, check the room on the disk.',
        fr: 'Des requêtes en échec n’ont pas encore pu être enregistrées. Vigie réessaie d’elle-même ; si cela se répète, vérifiez l’espace disque.',
      },
      'settings.save': {
        en: 'A setting could not be saved. Save it again; if it repeats, restart the browser.',
        fr: 'Un réglage n’a pas pu être enregistré. Enregistrez-le de nouveau ; si cela se répète, redémarrez le navigateur.',
      },
      reading: {
        en: 'Who is signed in on a page could not be kept or read; errors bear the identity of the options instead. Reload the page if it repeats.',
        fr: 'Le compte connecté sur une page n’a pas pu être lu ou retenu ; les erreurs portent alors l’identité des options. Si cela se répète, rechargez la page.',
      },
      'site.add': {
        en: 'A site could not be added. Add it again in the options; if it repeats, restart the browser.',
        fr: 'Un site n’a pas pu être ajouté. Ajoutez-le de nouveau dans les options ; si cela se répète, redémarrez le navigateur.',
      },
      'site.test-account': {
        en: 'A rule for the signed-in account could not be tested. Test it again in the options; if it repeats, reload the page.',
        fr: 'Une règle de lecture du compte n’a pas pu être testée. Testez-la de nouveau dans les options ; si cela se répète, rechargez la page.',
      },
      'site.test-release': {
        en: 'A rule for the release could not be tested. Test it again in the options; if it repeats, reload the page.',
        fr: 'Une règle de lecture de la version n’a pas pu être testée. Testez-la de nouveau dans les options ; si cela se répète, rechargez la page.',
      },
      'site.update': {
        en: 'A change of a site could not be saved. Make it again in the options; if it repeats, restart the browser.',
        fr: 'La modification d’un site n’a pas pu être enregistrée. Refaites-la dans les options ; si cela se répète, redémarrez le navigateur.',
      },
      'consent.set': {
        en: 'Your decision about the capture could not be stored. Take it again on the welcome page; if it repeats, restart the browser.',
        fr: 'Votre décision sur la capture n’a pas pu être enregistrée. Reprenez-la sur la page de bienvenue ; si cela se répète, redémarrez le navigateur.',
      },
      'data.erase': {
        en: 'What was captured could not be erased. Nothing has changed. Try again; if it happens again, restart the browser.',
        fr: 'Ce qui a été capturé n’a pas pu être effacé. Rien n’a changé. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'data.import': {
        en: 'An import stopped. What had been imported is kept: import the same file again to complete it.',
        fr: 'Un import s’est arrêté. Ce qui était importé est conservé : importez à nouveau le même fichier pour terminer.',
      },
      'monitoring.sweep': {
        en: 'Tickets that were due could not be closed at once. Vigie tries again by itself within minutes; if it repeats, restart the browser.',
        fr: 'Des tickets arrivés à terme n’ont pas pu être clôturés aussitôt. Vigie réessaie d’elle-même dans quelques minutes ; si cela se répète, redémarrez le navigateur.',
      },
      'monitoring.resume': {
        en: 'Watches of tickets could not be taken up again. Ask for it once more; if it repeats, restart the browser.',
        fr: 'Le monitoring de tickets n’a pas pu être repris. Redemandez-le ; si cela se répète, redémarrez le navigateur.',
      },
      sweep: {
        en: 'What was due could not be closed when the alarm rang. It is done at the next ring, minutes later; if it repeats, restart the browser.',
        fr: 'À l’alarme, ce qui arrivait à terme n’a pas pu être clôturé. Ce sera fait à la prochaine, quelques minutes plus tard ; si cela se répète, redémarrez le navigateur.',
      },
      sync: {
        en: 'Synchronising with the team failed in an unexpected way. Nothing is lost; it is tried again.',
        fr: 'La synchronisation avec l’équipe a échoué de façon inattendue. Rien n’est perdu ; un nouvel essai suivra.',
      },
      mail: {
        en: 'E-mails could not be prepared. They wait, and Vigie tries again by itself; if it repeats, restart the browser.',
        fr: 'Des e-mails n’ont pas pu être préparés. Ils attendent, et Vigie réessaie d’elle-même ; si cela se répète, redémarrez le navigateur.',
      },
      'mail.allow': {
        en: 'An address could not be approved. Nothing has changed. Try again; if it repeats, restart the browser.',
        fr: 'Une adresse n’a pas pu être approuvée. Rien n’a changé. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'mail.health': {
        en: 'The state of the mail service could not be read. E-mails wait and are sent later. Open this page again; if it repeats, restart the browser.',
        fr: 'L’état du service d’e-mail n’a pas pu être lu. Les e-mails attendent et partiront plus tard. Rouvrez cette page ; si cela se répète, redémarrez le navigateur.',
      },
      'template.restore': {
        en: 'A template could not be restored. It is as it was. Try again; if it repeats, restart the browser.',
        fr: 'Un modèle n’a pas pu être rétabli. Rien n’a changé. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'template.save': {
        en: 'A template could not be saved. It is as it was. Try again; if it repeats, restart the browser.',
        fr: 'Un modèle n’a pas pu être enregistré. Rien n’a changé. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'mail.test': {
        en: 'The test e-mail could not be prepared. Try again; if it repeats, restart the browser.',
        fr: 'L’e-mail d’essai n’a pas pu être préparé. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'masking.preview': {
        en: 'A masking rule could not be tried. Nothing was changed. Try again; if it repeats, restart the browser.',
        fr: 'Une règle de masquage n’a pas pu être essayée. Rien n’a été modifié. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'ignore.preview': {
        en: 'An ignore rule could not be tried. Nothing was changed. Try again; if it repeats, restart the browser.',
        fr: 'Une règle d’exclusion n’a pas pu être essayée. Rien n’a été modifié. Réessayez ; si cela se répète, redémarrez le navigateur.',
      },
      'system.status': {
        en: 'The background could not say how it is. Restart the browser.',
        fr: 'L’arrière-plan n’a pas pu donner son état. Redémarrez le navigateur.',
      },
      'system.error': {
        en: 'An error told in the console could not be stored. Tell it again; if it repeats, check the room on the disk.',
        fr: 'Une erreur signalée dans la console n’a pas pu être enregistrée. Signalez-la de nouveau ; si cela se répète, vérifiez l’espace disque.',
      },
      'system.ticket': {
        en: 'A ticket that was asked for in the console could not be made. Ask again; if it repeats, check the room on the disk.',
        fr: 'Un ticket demandé dans la console n’a pas pu être créé. Redemandez-le ; si cela se répète, vérifiez l’espace disque.',
      },
      'system.reinit': {
        en: 'Vigie could not set itself up again. Restart the browser: every start does the same.',
        fr: 'Vigie n’a pas pu se réinitialiser. Redémarrez le navigateur : chaque démarrage fait la même chose.',
      },
      'system.test': {
        en: 'The automated test did not run to its end. What it left is removed at the next start; run it again.',
        fr: 'Le test automatisé n’est pas allé au bout. Ce qu’il a laissé est effacé au prochain démarrage ; relancez-le.',
      },
      'failure-log': {
        en: 'Vigie could not write down its own failures for a while: the storage did not answer. Check the room on the disk.',
        fr: 'Pendant un moment, Vigie n’a pas pu consigner ses propres incidents : le stockage ne répondait pas. Vérifiez l’espace disque.',
      },
      error: {
        en: 'An unexpected error in Vigie’s background. If something does not work, restart the browser and copy the diagnostic for support.',
        fr: 'Une erreur inattendue dans l’arrière-plan de Vigie. Si quelque chose ne fonctionne pas, redémarrez le navigateur et copiez le diagnostic pour le support.',
      },
      policy: {
        en: 'What your organisation gives by policy could not be taken over; what was there before goes on. It is tried again when Vigie starts. If it repeats, tell whoever administers this browser.',
        fr: 'Ce que votre organisation fournit par stratégie n’a pas pu être repris ; ce qui valait auparavant continue. Vigie réessaiera à son démarrage. Si cela se répète, prévenez l’administrateur de ce navigateur.',
      },
      restore: {
        en: 'The capture of allowed sites could not be switched on at once when Vigie started; it is tried again a moment later. If errors of a site are missing, reload its page.',
        fr: 'La capture des sites autorisés n’a pas pu être activée dès le démarrage de Vigie ; elle est retentée un instant plus tard. S’il manque des erreurs d’un site, rechargez sa page.',
      },
      rejection: {
        en: 'A task of Vigie’s background was not completed. If something does not work, restart the browser and copy the diagnostic for support.',
        fr: 'Une tâche de l’arrière-plan de Vigie n’a pas abouti. Si quelque chose ne fonctionne pas, redémarrez le navigateur et copiez le diagnostic pour le support.',
      },
    },
    otherPart: {
      en: 'A part of Vigie that this page does not know. Copy the diagnostic for support.',
      fr: 'Une partie de Vigie que cette page ne connaît pas. Copiez le diagnostic pour le support.',
    },
  },
} as const satisfies TextTree;

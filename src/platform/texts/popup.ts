import type { TextTree } from '../i18n.ts';

export const popupTexts = {
  title: { en: 'Vigie: this tab', fr: 'Vigie : cet onglet' },
  openDashboard: { en: 'Dashboard', fr: 'Tableau de bord' },
  openOptions: { en: 'Options', fr: 'Options' },
  watched: {
    badge: { en: 'Watched', fr: 'Surveillé' },
    body: { en: 'Errors of this site are captured.', fr: 'Les erreurs de ce site sont capturées.' },
  },
  ungranted: {
    badge: { en: 'Not watched', fr: 'Non surveillé' },
    body: {
      en: 'Vigie does not see the errors of this site yet. Your browser will ask you to let it read this site, and only this one.',
      fr: 'Vigie ne voit pas encore les erreurs de ce site. Votre navigateur va vous demander de l’autoriser à lire ce site, et lui seul.',
    },
    action: { en: 'Watch this site', fr: 'Surveiller ce site' },
    denied: {
      en: 'Permission was not given: nothing is captured on this site. You can ask again at any time.',
      fr: 'L’autorisation n’a pas été donnée : rien n’est capturé sur ce site. Vous pouvez la redemander à tout moment.',
    },
    failed: {
      en: 'The browser refused the request. An administrator may have forbidden extensions on this site.',
      fr: 'Le navigateur a refusé la demande. Un administrateur a peut-être interdit les extensions sur ce site.',
    },
  },
  revoked: {
    badge: { en: 'Permission withdrawn', fr: 'Autorisation retirée' },
    body: {
      en: 'The browser withdrew Vigie’s permission for this site on {since, date, medium} at {since, time, short}: nothing has been captured since.',
      fr: 'Le navigateur a retiré à Vigie l’autorisation de lire ce site le {since, date, medium} à {since, time, short} : depuis, rien n’y est capturé.',
    },
  },
  paused: {
    badge: { en: 'Paused', fr: 'En pause' },
    body: {
      en: 'Paused until {until, time, short}. Capture then goes on by itself; what happens meanwhile is only counted.',
      fr: 'En pause jusqu’à {until, time, short}. La capture reprendra d’elle-même ; ce qui se passe d’ici là est seulement compté.',
    },
    action: { en: 'Resume now', fr: 'Reprendre maintenant' },
  },
  off: {
    badge: { en: 'Turned off', fr: 'Désactivé' },
    body: {
      en: 'Capture is turned off on this site. What was captured before is kept.',
      fr: 'La capture est désactivée sur ce site. Ce qui a déjà été capturé est conservé.',
    },
    action: { en: 'Watch again', fr: 'Surveiller de nouveau' },
  },
  pause: { en: 'Pause for an hour', fr: 'Mettre en pause une heure' },
  turnOff: { en: 'Turn off', fr: 'Désactiver' },
  unwatchable: {
    name: { en: 'Page of the browser', fr: 'Page du navigateur' },
    badge: { en: 'Cannot be watched', fr: 'Non surveillable' },
    body: {
      en: 'Browsers let no extension read their own pages, extension stores or local files. Open a web site to watch it.',
      fr: 'Les navigateurs ne laissent aucune extension lire leurs propres pages, les boutiques d’extensions ni les fichiers locaux. Ouvrez un site web pour le surveiller.',
    },
  },
  reload: {
    body: {
      en: 'This page was already open when Vigie began to watch. Reload it so that nothing is missed.',
      fr: 'Cette page était déjà ouverte quand la surveillance a commencé. Rechargez-la pour ne rien manquer.',
    },
    action: { en: 'Reload the page', fr: 'Recharger la page' },
  },
  called: {
    title: { en: 'Hosts that are not watched', fr: 'Hôtes non surveillés' },
    body: {
      en: 'This page sends requests to these hosts. Vigie knows of them only what the page tells; to see their answers and why they fail, watch them too.',
      fr: 'Cette page envoie des requêtes à ces hôtes. Vigie n’en sait que ce que la page en dit ; pour voir leurs réponses et la cause des échecs, surveillez-les aussi.',
    },
    watch: { en: 'Watch', fr: 'Surveiller' },
    action: { en: 'Watch {host}', fr: 'Surveiller {host}' },
    denied: {
      en: 'Permission was not given. You can ask again at any time.',
      fr: 'L’autorisation n’a pas été donnée. Vous pouvez la redemander à tout moment.',
    },
  },
  thisTab: {
    title: { en: 'This tab', fr: 'Cet onglet' },
    empty: {
      en: 'No error in this tab. Use the page: what goes wrong appears here.',
      fr: 'Aucune erreur dans cet onglet. Utilisez la page : ce qui échoue apparaîtra ici.',
    },
  },
  elsewhere: {
    title: { en: 'Elsewhere on this site', fr: 'Ailleurs sur ce site' },
    empty: { en: 'Nothing else on this site.', fr: 'Rien d’autre sur ce site.' },
    all: { en: 'See all errors of this site', fr: 'Voir toutes les erreurs de ce site' },
  },
  mine: {
    title: { en: 'My open tickets', fr: 'Mes tickets ouverts' },
    none: {
      en: 'No open ticket is assigned to you or about an error that you met.',
      fr: 'Aucun ticket ouvert ne vous est assigné ni ne concerne une erreur que vous avez rencontrée.',
    },
    nobody: {
      en: 'Say who you are, and the tickets that are yours appear here.',
      fr: 'Indiquez qui vous êtes : vos tickets apparaîtront ici.',
    },
    sayWho: { en: 'Set my identity', fr: 'Renseigner mon identité' },
    all: { en: 'See all {count}', fr: 'Voir les {count}' },
  },
  triage: { en: 'Actions on the selected error', fr: 'Actions sur l’erreur sélectionnée' },
  snooze: { en: 'Put the ticket aside until tomorrow', fr: 'Mettre le ticket en sommeil jusqu’à demain' },
  fresh: {
    en: '{count, plural, one {# new error} other {# new errors}}',
    fr: '{count, plural, one {# nouvelle erreur} other {# nouvelles erreurs}}',
  },
  noTab: {
    title: { en: 'No tab to look at', fr: 'Aucun onglet à examiner' },
    body: {
      en: 'The browser did not say which tab is open. Close this panel and open it again from the page’s tab.',
      fr: 'Le navigateur n’a pas indiqué l’onglet ouvert. Fermez ce panneau puis rouvrez-le depuis l’onglet de la page.',
    },
  },
} as const satisfies TextTree;

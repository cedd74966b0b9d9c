import type { TextTree } from '../i18n.ts';

export const sitesTexts = {
  title: { en: 'Sites', fr: 'Sites' },
  intro: {
    en: 'Vigie reads only the sites that you allow, one by one. Pages of this computer (localhost) are watched without asking.',
    fr: 'Vigie ne lit que les sites que vous autorisez, un par un. Les pages de cet ordinateur (localhost) sont surveillées sans demande.',
  },
  empty: {
    en: 'No site yet. Enter its address below, or open it and click Vigie’s icon.',
    fr: 'Aucun site pour l’instant. Saisissez son adresse ci-dessous, ou ouvrez-le et cliquez sur l’icône de Vigie.',
  },
  add: {
    label: { en: 'Address of a site to watch', fr: 'Adresse d’un site à surveiller' },
    hint: {
      en: 'For example https://staging.example.com, or *.staging.example.com for all its hosts as one site.',
      fr: 'Par exemple https://recette.exemple.fr, ou *.recette.exemple.fr pour tous ses hôtes en un seul site.',
    },
    action: { en: 'Watch this site', fr: 'Surveiller ce site' },
    invalid: {
      en: 'This is no web address. It begins with http:// or https:// and a host name.',
      fr: 'Ce n’est pas une adresse web. Elle commence par http:// ou https:// suivi d’un nom d’hôte.',
    },
    denied: {
      en: 'Permission was not given for {host}: nothing is captured there.',
      fr: 'L’autorisation n’a pas été donnée pour {host} : rien n’y est capturé.',
    },
    done: { en: '{host} is watched from now on.', fr: '{host} est désormais surveillé.' },
  },
  nameEmpty: { en: 'A site needs a name.', fr: 'Un site a besoin d’un nom.' },
  state: {
    watched: { en: 'Watched', fr: 'Surveillé' },
    paused: { en: 'Paused', fr: 'En pause' },
    off: { en: 'Turned off', fr: 'Désactivé' },
    ungranted: { en: 'Not allowed', fr: 'Non autorisé' },
    revoked: { en: 'Permission withdrawn', fr: 'Autorisation retirée' },
  },
  says: {
    paused: {
      en: 'Paused until {until, time, short}. Capture then goes on by itself.',
      fr: 'En pause jusqu’à {until, time, short}. La capture reprendra d’elle-même.',
    },
    ungranted: {
      en: 'This browser does not let Vigie read this site: nothing is captured here. Allow it, or remove the site.',
      fr: 'Ce navigateur ne laisse pas Vigie lire ce site : rien n’est capturé ici. Autorisez-le, ou retirez le site.',
    },
    partly: {
      en: 'This browser does not let Vigie read {hosts}: nothing is captured there.',
      fr: 'Ce navigateur ne laisse pas Vigie lire {hosts} : rien n’y est capturé.',
    },
    revoked: {
      en: 'The browser withdrew Vigie’s permission on {since, date, medium} at {since, time, short}: nothing has been captured since. Allow the site again, or remove it.',
      fr: 'Le navigateur a retiré l’autorisation à Vigie le {since, date, medium} à {since, time, short} : depuis, rien n’est capturé. Autorisez de nouveau le site, ou retirez-le.',
    },
  },
  pause: { en: 'Pause for an hour', fr: 'Mettre en pause une heure' },
  resume: { en: 'Resume now', fr: 'Reprendre maintenant' },
  turnOn: { en: 'Watch again', fr: 'Surveiller de nouveau' },
  grant: { en: 'Allow', fr: 'Autoriser' },
  settings: { en: 'Settings', fr: 'Réglages' },
  settingsOf: { en: 'Settings of {site}', fr: 'Réglages de {site}' },
  enabled: {
    label: { en: 'Watch this site', fr: 'Surveiller ce site' },
    hint: {
      en: 'Off, nothing of this site is captured. What was captured before is kept.',
      fr: 'Si la case est décochée, rien de ce site n’est capturé. Ce qui l’a déjà été est conservé.',
    },
  },
  network: {
    label: { en: 'Requests seen by the browser', fr: 'Requêtes vues par le navigateur' },
    hint: {
      en: 'Also sees failures that pages cannot tell of: workers, beacons, hidden answers. Costs the browser a little with every request.',
      fr: 'Voit aussi les échecs que les pages ne peuvent pas signaler : workers, balises, réponses masquées. Chaque requête coûte un peu au navigateur.',
    },
  },
  unobtrusive: {
    label: {
      en: 'Unobtrusive: no wrapping of console and fetch',
      fr: 'Discret : la console et fetch ne sont pas interceptés',
    },
    hint: {
      en: 'Pages are only listened to, and the browser alone tells of their requests. Lost with it: calls of console.error and console.warn, and the stack and duration of failed requests.',
      fr: 'Les pages sont seulement écoutées, et seul le navigateur parle de leurs requêtes. On y perd les appels à console.error et console.warn, ainsi que la pile d’appels et la durée des requêtes en échec.',
    },
  },
  name: { en: 'Name', fr: 'Nom' },
  patterns: {
    label: { en: 'Addresses, one per line', fr: 'Adresses, une par ligne' },
    hint: {
      en: 'A star stands for any host before it or any path after it: https://*.staging.example.com/*. A port is written out: localhost:3000, or :* for any. All these addresses are one project.',
      fr: 'Une étoile remplace tout sous-domaine ou toute fin de chemin : https://*.recette.exemple.fr/*. Un port particulier s’écrit après le nom d’hôte, * pour tous. Toutes ces adresses forment un seul projet.',
    },
  },
  quiet: {
    label: { en: 'Answers that only leave a trace', fr: 'Réponses qui ne laissent qu’une trace' },
    hint: {
      en: 'Statuses that are normal on this site, such as 401, 409-412. They make no error of their own; they are counted in Diagnostic.',
      fr: 'Statuts normaux sur ce site, par exemple 401, 409-412. Ils ne créent pas d’erreur ; ils sont comptés dans Diagnostic.',
    },
  },
  environment: {
    label: { en: 'Environment', fr: 'Environnement' },
    hint: { en: 'For example staging. Noted with each error.', fr: 'Par exemple recette. Noté avec chaque erreur.' },
  },
  release: {
    title: { en: 'Release', fr: 'Version' },
    read: { en: 'Where the page names its release', fr: 'Où la page indique sa version' },
    nowhere: { en: 'Nowhere', fr: 'Nulle part' },
    source: {
      meta: {
        label: { en: 'Meta tag', fr: 'Balise meta' },
        name: { en: 'Name of the meta tag', fr: 'Nom de la balise meta' },
        hint: { en: 'For example version', fr: 'Par exemple version' },
      },
      global: {
        label: { en: 'Global variable', fr: 'Variable globale' },
        name: { en: 'Variable', fr: 'Variable' },
        hint: { en: 'For example APP.version', fr: 'Par exemple APP.version' },
      },
      script: {
        label: { en: 'Name of a script', fr: 'Nom d’un script' },
        name: { en: 'File name', fr: 'Nom du fichier' },
        hint: {
          en: 'For example app.*.js: the star stands for the release.',
          fr: 'Par exemple app.*.js : l’étoile remplace la version.',
        },
      },
    },
  },
  account: {
    title: { en: 'Who is signed in', fr: 'Compte connecté' },
    intro: {
      en: 'Errors are linked to the account that the page shows. Where it shows none, they bear the identity set above.',
      fr: 'Les erreurs sont liées au compte que la page indique. Quand elle n’en indique aucun, elles portent l’identité définie plus haut.',
    },
    read: { en: 'Where the page names the account', fr: 'Où la page indique le compte' },
    nowhere: { en: 'Nowhere', fr: 'Nulle part' },
    source: {
      meta: {
        label: { en: 'Meta tag', fr: 'Balise meta' },
        name: { en: 'Name of the meta tag', fr: 'Nom de la balise meta' },
        hint: { en: 'For example user-id', fr: 'Par exemple user-id' },
      },
      selector: {
        label: { en: 'Element (CSS selector)', fr: 'Élément (sélecteur CSS)' },
        name: { en: 'Selector', fr: 'Sélecteur' },
        hint: {
          en: 'For example #account, or body@data-user for an attribute.',
          fr: 'Par exemple #compte, ou body@data-user pour un attribut.',
        },
      },
      local_storage: {
        label: { en: 'localStorage', fr: 'localStorage' },
        name: { en: 'Key', fr: 'Clé' },
        hint: {
          en: 'For example userId, or user.id for a field of a JSON value.',
          fr: 'Par exemple userId, ou user.id pour un champ d’une valeur JSON.',
        },
      },
      session_storage: {
        label: { en: 'sessionStorage', fr: 'sessionStorage' },
        name: { en: 'Key', fr: 'Clé' },
        hint: {
          en: 'For example userId, or user.id for a field of a JSON value.',
          fr: 'Par exemple userId, ou user.id pour un champ d’une valeur JSON.',
        },
      },
      cookie: {
        label: { en: 'Cookie', fr: 'Cookie' },
        name: { en: 'Name of the cookie', fr: 'Nom du cookie' },
        hint: {
          en: 'One that the page’s scripts can see, for example user_id.',
          fr: 'Un cookie visible des scripts de la page, par exemple user_id.',
        },
      },
    },
    field: { en: 'What it is', fr: 'Nature' },
    fields: {
      client_id: { en: 'Account id', fr: 'Identifiant du compte' },
      client_email: { en: 'E-mail address', fr: 'Adresse e-mail' },
    },
    foreign: {
      en: 'A rule for reading the account came with imported data: {from} “{name}”. It reads nothing until you agree to it.',
      fr: 'Une règle de lecture du compte est arrivée avec des données importées : {from} « {name} ». Elle ne lit rien tant que vous ne l’acceptez pas.',
    },
    accept: { en: 'Use this rule', fr: 'Utiliser cette règle' },
    reject: { en: 'Remove this rule', fr: 'Supprimer cette règle' },
  },
  remove: { en: 'Remove this site', fr: 'Retirer ce site' },
  removed: {
    en: 'Vigie no longer reads {site}. Its errors and tickets are kept.',
    fr: 'Vigie ne lit plus {site}. Ses erreurs et ses tickets sont conservés.',
  },
  removeFailed: {
    en: 'The browser keeps this permission: it was set by an administrator or belongs to the extension. Turn the site off instead.',
    fr: 'Le navigateur conserve cette autorisation : elle vient d’un administrateur ou de l’extension elle-même. Désactivez plutôt le site.',
  },
} as const satisfies TextTree;

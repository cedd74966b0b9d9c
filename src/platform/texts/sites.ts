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
    hint: { en: 'For example https://staging.example.com', fr: 'Par exemple https://recette.exemple.fr' },
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
  nameOf: { en: 'Name of {site}', fr: 'Nom de {site}' },
  nameEmpty: { en: 'A site needs a name.', fr: 'Un site a besoin d’un nom.' },
  rename: { en: 'Rename', fr: 'Renommer' },
  state: {
    watched: { en: 'Watched', fr: 'Surveillé' },
    off: { en: 'Paused', fr: 'Suspendu' },
    ungranted: { en: 'Not allowed', fr: 'Non autorisé' },
  },
  pause: { en: 'Pause', fr: 'Suspendre' },
  resume: { en: 'Resume', fr: 'Reprendre' },
  network: {
    label: { en: 'Observe all requests', fr: 'Observer toutes les requêtes' },
    hint: {
      en: 'Also sees failures that pages cannot tell of: workers, beacons, hidden answers. Costs the browser a little with every request.',
      fr: 'Voit aussi les échecs que les pages ne peuvent pas signaler : workers, balises, réponses masquées. Chaque requête coûte un peu au navigateur.',
    },
  },
  grant: { en: 'Allow again', fr: 'Autoriser à nouveau' },
  remove: { en: 'Withdraw permission', fr: 'Retirer l’autorisation' },
  removed: {
    en: 'Vigie no longer reads {site}. Its errors and tickets are kept.',
    fr: 'Vigie ne lit plus {site}. Ses erreurs et ses tickets sont conservés.',
  },
  removeFailed: {
    en: 'The browser keeps this permission: it was set by an administrator or belongs to the extension.',
    fr: 'Le navigateur conserve cette autorisation : elle vient d’un administrateur ou de l’extension elle-même.',
  },
} as const satisfies TextTree;

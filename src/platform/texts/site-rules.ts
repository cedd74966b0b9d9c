import type { TextTree } from '../i18n.ts';

/** What is wrong with what a person wrote about a site, and what came of trying it. */
export const siteRulesTexts = {
  problems: {
    noPattern: { en: 'A site needs an address.', fr: 'Un site a besoin d’une adresse.' },
    tooMany: {
      en: 'At most {max, number} addresses. Use a star for many hosts: *.staging.example.com',
      fr: '{max, number} adresses au plus. Utilisez une étoile pour plusieurs hôtes : *.recette.exemple.fr',
    },
    taken: {
      en: '{address} already belongs to {site}. Remove it there first.',
      fr: '{address} appartient déjà à {site}. Retirez-la d’abord de ce site.',
    },
    pattern: {
      byCode: {
        empty: { en: 'Enter an address.', fr: 'Saisissez une adresse.' },
        'not-an-address': {
          en: '{address} is no web address. Write it as staging.example.com or https://*.staging.example.com/*',
          fr: '{address} n’est pas une adresse web. Écrivez-la comme recette.exemple.fr ou https://*.recette.exemple.fr/*',
        },
        scheme: {
          en: '{address}: only http and https pages can be watched.',
          fr: '{address} : seules les pages http et https peuvent être surveillées.',
        },
        stars: {
          en: '{address}: a star may only stand at the beginning of the host, as in *.staging.example.com, or in the path.',
          fr: '{address} : une étoile ne peut se trouver qu’au début de l’hôte, comme dans *.recette.exemple.fr, ou dans le chemin.',
        },
        'too-wide': {
          en: '{address} covers far too many sites. Name at least a domain: *.example.com',
          fr: '{address} couvre beaucoup trop de sites. Indiquez au moins un domaine : *.exemple.fr',
        },
        'too-long': { en: '{address} is too long.', fr: '{address} est trop longue.' },
      },
    },
    status: {
      en: '{status} is no status. Write statuses and ranges as in 401, 409-412.',
      fr: '{status} n’est pas un statut. Écrivez les statuts et les plages comme ceci : 401, 409-412.',
    },
    rule: {
      byCode: {
        empty: { en: 'Say where to look.', fr: 'Indiquez où chercher.' },
        'secret-name': {
          en: 'This name is that of a secret, which Vigie never reads. Choose what holds the id or the address.',
          fr: 'Ce nom est celui d’un secret, que Vigie ne lit jamais. Choisissez ce qui contient l’identifiant ou l’adresse.',
        },
        selector: {
          en: 'The browser does not understand this selector. Check its brackets and quotes.',
          fr: 'Le navigateur ne comprend pas ce sélecteur. Vérifiez ses crochets et ses guillemets.',
        },
        stars: { en: 'One star at most.', fr: 'Une étoile au plus.' },
      },
    },
  },
  test: {
    action: { en: 'Test on an open tab', fr: 'Tester sur un onglet ouvert' },
    noTab: {
      en: 'No open tab shows this site. Open one of its pages, then test again.',
      fr: 'Aucun onglet n’affiche ce site. Ouvrez une de ses pages, puis testez de nouveau.',
    },
    found: { en: 'On “{page}”: {value}', fr: 'Sur « {page} » : {value}' },
    byCode: {
      empty: {
        en: 'Nothing was found on “{page}”. Sign in there, or check the name.',
        fr: 'Rien n’a été trouvé sur « {page} ». Connectez-vous-y, ou vérifiez le nom.',
      },
      token: {
        en: 'What “{page}” holds there looks like a key or a password, so it is never stored. Choose what holds the id or the address.',
        fr: 'Ce que « {page} » contient à cet endroit ressemble à une clé ou à un mot de passe ; ce n’est jamais enregistré. Choisissez ce qui contient l’identifiant ou l’adresse.',
      },
      'too-long': {
        en: 'What “{page}” holds there is too long to be an account.',
        fr: 'Ce que « {page} » contient à cet endroit est trop long pour être un compte.',
      },
      'not-an-address': {
        en: 'What “{page}” holds there is no e-mail address. Choose “Account id”, or look elsewhere.',
        fr: 'Ce que « {page} » contient à cet endroit n’est pas une adresse e-mail. Choisissez « Identifiant du compte », ou cherchez ailleurs.',
      },
      'not-an-id': {
        en: 'What “{page}” holds there is no id: an id has no blanks. Look for the account’s number or address.',
        fr: 'Ce que « {page} » contient à cet endroit n’est pas un identifiant : un identifiant n’a pas d’espaces. Cherchez le numéro ou l’adresse du compte.',
      },
      'no-release': {
        en: 'No release was found on “{page}”. Check the name.',
        fr: 'Aucune version n’a été trouvée sur « {page} ». Vérifiez le nom.',
      },
      other: {
        en: 'What “{page}” holds there cannot be used.',
        fr: 'Ce que « {page} » contient à cet endroit ne peut pas servir.',
      },
    },
  },
} as const satisfies TextTree;

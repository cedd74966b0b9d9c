import type { TextTree } from '../i18n.ts';

/** The options' team, and how the exchange with it stands. */
export const teamTexts = {
  title: { en: 'Team', fr: 'Équipe' },
  intro: {
    en: 'Several browsers share their tickets through a Supabase project of yours. Without a team everything stays in this browser.',
    fr: 'Plusieurs navigateurs partagent leurs tickets par votre projet Supabase. Sans équipe, tout reste dans ce navigateur.',
  },
  url: { en: 'Project URL', fr: 'URL du projet' },
  urlHint: {
    en: 'In Supabase: Settings, then Data API. For example https://abcdefgh.supabase.co',
    fr: 'Dans Supabase : Settings, puis Data API. Par exemple https://abcdefgh.supabase.co',
  },
  key: { en: 'Publishable key', fr: 'Clé publique (publishable key)' },
  keyHint: {
    en: 'In Supabase: Settings, then API Keys. It begins with sb_publishable_. Never give the secret key.',
    fr: 'Dans Supabase : Settings, puis API Keys. Elle commence par sb_publishable_. Ne donnez jamais la clé secrète.',
  },
  kept: {
    en: 'Your organisation has chosen this project: you only have to sign in.',
    fr: 'Votre organisation a choisi ce projet : il ne vous reste qu’à vous connecter.',
  },
  settingsOfTeam: {
    en: 'These settings hold for the whole team, as soon as its database has them.',
    fr: 'Ces réglages valent pour toute l’équipe, dès que sa base les a reçus.',
  },
  settingsOfAdmins: {
    en: 'The team’s administrators decide about these settings.',
    fr: 'Les administrateurs de l’équipe décident de ces réglages.',
  },
  email: { en: 'Your e-mail address', fr: 'Votre adresse e-mail' },
  password: { en: 'Password', fr: 'Mot de passe' },
  passwordHint: {
    en: 'No password? Have a code sent to you by e-mail.',
    fr: 'Pas de mot de passe ? Faites-vous envoyer un code par e-mail.',
  },
  code: { en: 'Code from the e-mail', fr: 'Code reçu par e-mail' },
  sendCode: { en: 'Send me a code', fr: 'M’envoyer un code' },
  codeSent: {
    en: 'The code is on its way. Enter it below.',
    fr: 'Le code est en route. Saisissez-le ci-dessous.',
  },
  connect: { en: 'Connect', fr: 'Se connecter' },
  consent: {
    en: 'Once connected, captured errors, pages visited with an open ticket, and tickets are sent to this project. You can disconnect at any time.',
    fr: 'Une fois connecté, les erreurs capturées, les visites de pages dont un ticket est suivi et les tickets sont envoyés à ce projet. Vous pouvez vous déconnecter à tout moment.',
  },
  test: { en: 'Test', fr: 'Tester' },
  testGood: {
    en: 'Everything works. You are {email}, {role}.',
    fr: 'Tout fonctionne. Vous êtes {email}, {role}.',
  },
  testReady: {
    en: 'The project answers and has its tables. Sign in to join.',
    fr: 'Le projet répond et ses tables existent. Connectez-vous pour le rejoindre.',
  },
  roles: {
    byName: {
      reporter: { en: 'reporter', fr: 'rapporteur' },
      agent: { en: 'agent', fr: 'agent' },
      admin: { en: 'administrator', fr: 'administrateur' },
    },
  },
  connectedTo: { en: '{email} at {url}', fr: '{email} sur {url}' },
  states: {
    synced: { en: 'Synchronised', fr: 'Synchronisé' },
    syncing: { en: 'Synchronising', fr: 'Synchronisation en cours' },
    pending: {
      en: '{count, plural, one {# change waiting} other {# changes waiting}}',
      fr: '{count, plural, one {# modification en attente} other {# modifications en attente}}',
    },
    offline: { en: 'Offline', fr: 'Hors connexion' },
    problem: { en: 'Not synchronised', fr: 'Non synchronisé' },
    refused: {
      en: '{count, plural, one {# change refused} other {# changes refused}}',
      fr: '{count, plural, one {# modification refusée} other {# modifications refusées}}',
    },
  },
  syncedAt: { en: 'Last synchronised {when}', fr: 'Dernière synchronisation : {when}' },
  clockOff: {
    en: 'The clock of this computer is {minutes} min off. Times are corrected, but set it right.',
    fr: 'L’horloge de cet ordinateur est décalée de {minutes} min. Vigie corrige les heures, mais réglez l’horloge.',
  },
  syncNow: { en: 'Synchronise now', fr: 'Synchroniser maintenant' },
  disconnect: { en: 'Disconnect', fr: 'Se déconnecter' },
  leaveTitle: { en: 'Disconnect from the team?', fr: 'Se déconnecter de l’équipe ?' },
  leaveWaiting: {
    en: '{count, plural, =0 {Everything was sent.} one {# change was not sent and never will be.} other {# changes were not sent and never will be.}}',
    fr: '{count, plural, =0 {Tout a été envoyé.} one {# modification n’a pas été envoyée et ne le sera pas.} other {# modifications n’ont pas été envoyées et ne le seront pas.}}',
  },
  leaveKeep: { en: 'Disconnect and keep the data here', fr: 'Se déconnecter et garder les données ici' },
  leaveWipe: { en: 'Disconnect and erase the data here', fr: 'Se déconnecter et effacer les données ici' },
  cancel: { en: 'Stay connected', fr: 'Rester connecté' },
  refusedTitle: { en: 'Refused by the team', fr: 'Refusé par l’équipe' },
  refusedIntro: {
    en: 'The team’s database did not take these. What they changed here was undone.',
    fr: 'La base de l’équipe n’a pas accepté ces éléments. Ce qu’ils avaient changé ici a été annulé.',
  },
  retry: { en: 'Send again', fr: 'Renvoyer' },
  drop: { en: 'Drop', fr: 'Abandonner' },
  dropTitle: { en: 'Drop it for the team?', fr: 'L’abandonner pour l’équipe ?' },
  dropBody: {
    en: 'The team will never have it, and this cannot be undone. What was captured stays in this browser.',
    fr: 'L’équipe ne l’aura jamais, et ce choix est définitif. Ce qui a été capturé reste dans ce navigateur.',
  },
  rows: {
    byName: {
      cm_sites: { en: 'Site', fr: 'Site' },
      cm_error_sightings: { en: 'Count of an error', fr: 'Décompte d’une erreur' },
      cm_error_logs: { en: 'Error', fr: 'Erreur' },
      cm_visits: { en: 'Visit', fr: 'Visite' },
      cm_error_corrections: { en: 'Correction', fr: 'Correction' },
      cm_commands: { en: 'Action on a ticket', fr: 'Action sur un ticket' },
    },
  },
} as const satisfies TextTree;

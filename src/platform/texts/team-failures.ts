import type { TextTree } from '../i18n.ts';

/** What is in the way between this browser and its team, and what to do. */
export const teamFailureTexts = {
  byCode: {
    offline: {
      en: 'This computer is offline. Everything is kept and sent once it is back.',
      fr: 'Cet ordinateur est hors connexion. Tout est gardé et sera envoyé dès le retour de la connexion.',
    },
    'no-answer': {
      en: 'Nobody answers at this address. Check the project URL, or whether the project is paused in Supabase.',
      fr: 'Personne ne répond à cette adresse. Vérifiez l’URL du projet, ou si le projet est en pause dans Supabase.',
    },
    'wrong-url': {
      en: 'There is no Supabase project at this address. Copy the project URL from Supabase: Settings, then Data API.',
      fr: 'Il n’y a pas de projet Supabase à cette adresse. Copiez l’URL du projet depuis Supabase : Settings, puis Data API.',
    },
    'not-an-address': {
      en: 'This is not an address. It looks like https://abcdefgh.supabase.co',
      fr: 'Ce n’est pas une adresse. Elle ressemble à https://abcdefgh.supabase.co',
    },
    'not-encrypted': {
      en: 'The address must begin with https://; only this computer may do without.',
      fr: 'L’adresse doit commencer par https:// ; seul cet ordinateur peut s’en passer.',
    },
    'no-key': { en: 'Enter the publishable key.', fr: 'Saisissez la clé publique.' },
    'secret-key': {
      en: 'This is the secret key: it opens the whole database and must not be in a browser. Give the publishable key, and replace this one in Supabase if others saw it.',
      fr: 'C’est la clé secrète : elle ouvre toute la base et ne doit pas se trouver dans un navigateur. Donnez la clé publique, et remplacez celle-ci dans Supabase si d’autres l’ont vue.',
    },
    'wrong-key': {
      en: 'The project does not know this key. Copy the publishable key from Supabase: Settings, then API Keys.',
      fr: 'Le projet ne connaît pas cette clé. Copiez la clé publique depuis Supabase : Settings, puis API Keys.',
    },
    'sql-missing': {
      en: 'The project lacks Vigie’s tables. Run sql/create_auto_ticket_tables_v2.sql in Supabase: SQL Editor, New query.',
      fr: 'Les tables de Vigie manquent dans le projet. Exécutez sql/create_auto_ticket_tables_v2.sql dans Supabase : SQL Editor, New query.',
    },
    'signed-out': { en: 'Nobody is signed in. Sign in again.', fr: 'Personne n’est connecté. Reconnectez-vous.' },
    'session-expired': {
      en: 'Your session has expired. Sign in again; nothing is lost.',
      fr: 'Votre session a expiré. Reconnectez-vous ; rien n’est perdu.',
    },
    'wrong-credentials': {
      en: 'The e-mail address, the password or the code is wrong.',
      fr: 'L’adresse e-mail, le mot de passe ou le code est incorrect.',
    },
    'email-unconfirmed': {
      en: 'Your e-mail address is not confirmed yet. Open the link that Supabase sent to you.',
      fr: 'Votre adresse e-mail n’est pas encore confirmée. Ouvrez le lien que Supabase vous a envoyé.',
    },
    'not-a-member': {
      en: 'You are signed in, but not a member of this team. Ask its administrator to invite your address.',
      fr: 'Vous êtes connecté, mais pas membre de cette équipe. Demandez à son administrateur d’inviter votre adresse.',
    },
    revoked: {
      en: 'Your access to this team was withdrawn. Ask its administrator; what waits is kept.',
      fr: 'Votre accès à cette équipe a été retiré. Adressez-vous à son administrateur ; ce qui attend est gardé.',
    },
    'role-required': {
      en: 'Your role in the team does not allow this.',
      fr: 'Votre rôle dans l’équipe ne le permet pas.',
    },
    'team-setting': {
      en: 'The team’s administrators decide about this setting. Nothing was changed; ask one of them.',
      fr: 'Les administrateurs de l’équipe décident de ce réglage. Rien n’a été modifié ; adressez-vous à l’un d’eux.',
    },
    'clock-off': {
      en: 'The clock of this computer is wrong. Times are corrected, but set it right.',
      fr: 'L’horloge de cet ordinateur n’est pas à l’heure. Vigie corrige les heures, mais réglez l’horloge.',
    },
    'too-old': {
      en: 'The project and this extension are of different versions. Update the extension, or run the SQL file again.',
      fr: 'Le projet et cette extension ne sont pas de la même version. Mettez l’extension à jour, ou exécutez de nouveau le fichier SQL.',
    },
    'strange-answer': {
      en: 'The project’s answer cannot be understood. Run the SQL file again.',
      fr: 'La réponse du projet est incompréhensible. Exécutez de nouveau le fichier SQL.',
    },
    'no-consent': {
      en: 'Nothing may be sent before you agree to it. Connect, and agree when asked.',
      fr: 'Rien ne peut être envoyé sans votre accord. Connectez-vous, et acceptez quand on vous le demande.',
    },
    unreadable: {
      en: 'The server cannot read what this browser sent. Update the extension, or run the SQL file again.',
      fr: 'Le serveur ne peut pas lire ce que ce navigateur a envoyé. Mettez l’extension à jour, ou exécutez de nouveau le fichier SQL.',
    },
    'too-many-requests': {
      en: 'The project takes no more requests for the moment. Everything is kept and sent once it allows.',
      fr: 'Le projet n’accepte plus de requêtes pour l’instant. Tout est gardé et sera envoyé dès qu’il le permettra.',
    },
    'server-busy': {
      en: 'The server is down or busy. Everything is kept and sent again shortly.',
      fr: 'Le serveur est en panne ou occupé. Tout est gardé et sera renvoyé sous peu.',
    },
    'storage-full': {
      en: 'The disk of this computer is full, so nothing new can be taken from the team. Free some space; what waits is kept.',
      fr: 'Le disque de cet ordinateur est plein : rien de nouveau ne peut être reçu de l’équipe. Libérez de l’espace ; ce qui attend est gardé.',
    },
    'other-project': {
      en: 'Your organisation has chosen another project for the team. Sign in to it; what is here is brought along.',
      fr: 'Votre organisation a choisi un autre projet pour l’équipe. Connectez-vous-y ; ce qui est ici sera repris.',
    },
  },
} as const satisfies TextTree;

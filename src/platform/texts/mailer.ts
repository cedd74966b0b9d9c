import type { TextTree } from '../i18n.ts';

/** What the mail service says on its console. */
export const mailerTexts = {
  started: {
    en: 'The mail service listens on {address} and sends through {smtp}. Stop it with Ctrl-C.',
    fr: 'Le service d’e-mail écoute sur {address} et envoie par {smtp}. Arrêtez-le avec Ctrl-C.',
  },
  unconfigured: {
    en: 'Until then no mail is taken; the extension’s screens say the same (port {port}). Stop with Ctrl-C, complete .env, then start again.',
    fr: 'D’ici là, aucun e-mail n’est accepté ; les écrans de l’extension le disent aussi (port {port}). Arrêtez avec Ctrl-C, complétez .env, puis relancez.',
  },
  stopping: {
    en: 'Stopping: mails under way are finished first.',
    fr: 'Arrêt : les envois en cours sont terminés d’abord.',
  },
  portBusy: {
    en: 'Port {port} is in use, perhaps by another mail service. Stop that one, or choose another port: PORT=3001 npm run mailer',
    fr: 'Le port {port} est déjà utilisé, peut-être par un autre service d’e-mail. Arrêtez-le, ou choisissez un autre port : PORT=3001 npm run mailer',
  },
  cannotListen: {
    en: 'The service cannot listen on {host}, port {port} ({detail}). HOST must be an address of this machine (127.0.0.1 or 0.0.0.0), and PORT usually above 1023.',
    fr: 'Le service ne peut pas écouter sur {host}, port {port} ({detail}). HOST doit être une adresse de cette machine (127.0.0.1 ou 0.0.0.0), et PORT en général supérieur à 1023.',
  },
  storeBroken: {
    en: 'The queue {file} cannot be opened ({detail}). Check that its folder can be written, or name another file in MAILER_STORE.',
    fr: 'La file d’attente {file} ne peut pas être ouverte ({detail}). Vérifiez que son dossier est accessible en écriture, ou indiquez un autre fichier dans MAILER_STORE.',
  },
  config: {
    heading: {
      en: 'The mail service is not configured. Copy .env.example to .env, fill it in, then start again:',
      fr: 'Le service d’e-mail n’est pas configuré. Copiez .env.example en .env, complétez-le, puis relancez :',
    },
    byCode: {
      missing: { en: '{variable} is missing', fr: '{variable} est absent' },
      'invalid-port': {
        en: '{variable} must be a port, a whole number from 1 to 65535',
        fr: '{variable} doit être un port, un nombre entier de 1 à 65535',
      },
      'invalid-address': {
        en: '{variable} must be an e-mail address, alone or as {form}',
        fr: '{variable} doit être une adresse e-mail, seule ou sous la forme {form}',
      },
      'invalid-url': {
        en: '{variable} must be an address that begins with https://',
        fr: '{variable} doit être une adresse qui commence par https://',
      },
      'line-break': { en: '{variable} contains a line break', fr: '{variable} contient un saut de ligne' },
    },
  },
  /** The page that people reach from a mail. */
  unsubscribe: {
    ask: {
      en: 'Do you want no more e-mails about problems on our sites?',
      fr: 'Souhaitez-vous ne plus recevoir d’e-mails au sujet de problèmes sur nos sites ?',
    },
    confirm: { en: 'No more e-mails', fr: 'Ne plus recevoir d’e-mails' },
    done: { en: 'Done: you will get no more of these e-mails.', fr: 'C’est fait : vous ne recevrez plus ces e-mails.' },
    unknown: {
      en: 'This address is incomplete. Open the link from the e-mail once more.',
      fr: 'Cette adresse est incomplète. Ouvrez de nouveau le lien depuis l’e-mail.',
    },
  },
  check: {
    works: {
      en: 'The connection works: {smtp} accepted the sign-in. No mail was sent.',
      fr: 'La connexion fonctionne : {smtp} a accepté l’identification. Aucun e-mail n’a été envoyé.',
    },
    worksOpen: {
      en: 'The connection works: {smtp} answers, without a sign-in since SMTP_USER is empty. No mail was sent.',
      fr: 'La connexion fonctionne : {smtp} répond, sans identification puisque SMTP_USER est vide. Aucun e-mail n’a été envoyé.',
    },
    teamWorks: {
      en: 'The team’s messages can be had from {url}.',
      fr: 'Les messages de l’équipe sont accessibles sur {url}.',
    },
    teamFailed: {
      en: 'The team’s messages cannot be had from {url}.',
      fr: 'Les messages de l’équipe ne sont pas accessibles sur {url}.',
    },
    failed: { en: 'The connection to {smtp} does not work.', fr: 'La connexion à {smtp} ne fonctionne pas.' },
    said: { en: 'It said: {detail}', fr: 'Réponse obtenue : {detail}' },
    byCode: {
      'wrong-password': {
        en: 'The server does not take SMTP_USER and SMTP_PASS. With Gmail, SMTP_PASS is an app password (two-factor sign-in on, then myaccount.google.com/apppasswords), not the account’s password.',
        fr: 'Le serveur refuse SMTP_USER et SMTP_PASS. Avec Gmail, SMTP_PASS est un mot de passe d’application (validation en deux étapes activée, puis myaccount.google.com/apppasswords), pas celui du compte.',
      },
      unreachable: {
        en: 'Nobody answers at SMTP_HOST and SMTP_PORT. Check both; many networks close port 25, so use 587 or 465.',
        fr: 'Personne ne répond à SMTP_HOST et SMTP_PORT. Vérifiez les deux ; beaucoup de réseaux ferment le port 25, utilisez 587 ou 465.',
      },
      'unknown-host': {
        en: 'The name in SMTP_HOST does not exist, or this machine has no network. Check the spelling.',
        fr: 'Le nom indiqué dans SMTP_HOST n’existe pas, ou cette machine n’a pas de réseau. Vérifiez l’orthographe.',
      },
      tls: {
        en: 'The encrypted connection failed. Port 465 is encrypted from the start, port 587 later: check that SMTP_PORT is the one your provider names. A certificate that is out of date or of another name must be mended on the server.',
        fr: 'La connexion chiffrée a échoué. Le port 465 est chiffré dès le début, le port 587 ensuite : vérifiez que SMTP_PORT est celui qu’indique votre fournisseur. Un certificat périmé ou d’un autre nom doit être corrigé sur le serveur.',
      },
      timeout: {
        en: 'The server did not answer in time. A firewall may be swallowing the connection: try another port (587 or 465) or another network.',
        fr: 'Le serveur n’a pas répondu à temps. Un pare-feu retient peut-être la connexion : essayez un autre port (587 ou 465) ou un autre réseau.',
      },
      'refused-sender': {
        en: 'The server does not let this account send as SMTP_FROM. Use the account’s own address there.',
        fr: 'Le serveur n’autorise pas ce compte à envoyer au nom de SMTP_FROM. Indiquez-y l’adresse du compte.',
      },
      'refused-recipient': {
        en: 'The server does not take this recipient’s address. Correct it where it comes from (the identity in the options, or the site’s rule), or reach this person otherwise.',
        fr: 'Le serveur refuse l’adresse de ce destinataire. Corrigez-la là d’où elle vient (l’identité des options ou la règle du site), ou joignez cette personne autrement.',
      },
      'refused-message': {
        en: 'The server does not take this mail, often because it looks like unwanted advertising. Ask your provider to trust SMTP_FROM (SPF, DKIM), or shorten the template, then send it again.',
        fr: 'Le serveur refuse cet e-mail, souvent parce qu’il ressemble à un message indésirable. Faites reconnaître SMTP_FROM par votre fournisseur (SPF, DKIM), ou raccourcissez le modèle, puis renvoyez-le.',
      },
      'team-unreachable': {
        en: 'The team’s Supabase project does not answer. Check SUPABASE_URL, this machine’s network, and that the project is not paused.',
        fr: 'Le projet Supabase de l’équipe ne répond pas. Vérifiez SUPABASE_URL, le réseau de cette machine, et que le projet n’est pas en pause.',
      },
      'team-key': {
        en: 'Supabase does not take SUPABASE_SECRET_KEY. Use the project’s secret key (Project Settings > API keys), not the publishable one.',
        fr: 'Supabase refuse SUPABASE_SECRET_KEY. Indiquez la clé secrète du projet (Project Settings > API keys), pas la clé publique.',
      },
      'team-sql': {
        en: 'The team’s database lacks what this service needs. Run sql/create_auto_ticket_tables_v2.sql in the SQL editor once more.',
        fr: 'Il manque à la base de l’équipe ce dont ce service a besoin. Exécutez de nouveau sql/create_auto_ticket_tables_v2.sql dans le SQL Editor.',
      },
      'team-sql-older': {
        en: 'The SQL of the team’s database is older than this version of Vigie: e-mails go out slowly, or not at all. Paste sql/create_auto_ticket_tables_v2.sql into the SQL editor and run it once more: it keeps all that is there.',
        fr: 'Le SQL de la base de l’équipe est plus ancien que cette version de Vigie : les e-mails partent lentement, ou pas du tout. Collez de nouveau sql/create_auto_ticket_tables_v2.sql dans le SQL Editor et exécutez-le : il conserve tout ce qui s’y trouve.',
      },
      'team-other': {
        en: 'Supabase did not answer as expected. Check that SUPABASE_URL is the address of the team’s project.',
        fr: 'Supabase n’a pas répondu comme prévu. Vérifiez que SUPABASE_URL est l’adresse du projet de l’équipe.',
      },
      later: {
        en: 'The server asks to try later. The mail service does so by itself; if it lasts, the account may have reached its daily limit.',
        fr: 'Le serveur demande de réessayer plus tard. Le service d’e-mail le fait de lui-même ; si cela dure, le compte a peut-être atteint sa limite du jour.',
      },
      other: {
        en: 'The reason is not known. Compare SMTP_HOST, SMTP_PORT, SMTP_USER and SMTP_PASS with what your provider says.',
        fr: 'La raison n’est pas connue. Comparez SMTP_HOST, SMTP_PORT, SMTP_USER et SMTP_PASS avec les indications de votre fournisseur.',
      },
    },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The options' e-mails, and what the mail service answers. */
export const mailTexts = {
  title: { en: 'E-mails', fr: 'E-mails' },
  intro: {
    en: 'Affected clients and the people named below are told when a ticket opens, comes back and closes. They are sent by the mail service, which you start with “npm run mailer”: on this computer or, in a team, on any one.',
    fr: 'Les clients touchés et les personnes indiquées ci-dessous sont prévenus quand un ticket est ouvert, rouvert ou fermé. Les e-mails partent par le service d’e-mail, que vous lancez avec « npm run mailer » : sur cet ordinateur ou, en équipe, sur n’importe lequel.',
  },
  enabled: { en: 'Send e-mails', fr: 'Envoyer des e-mails' },
  enabledHint: {
    en: 'What happened more than 24 hours before is never mailed.',
    fr: 'Ce qui date de plus de 24 heures n’est jamais envoyé.',
  },
  service: { en: 'Address of the mail service', fr: 'Adresse du service d’e-mail' },
  serviceHint: { en: 'For example {address}', fr: 'Par exemple {address}' },
  serviceInvalid: {
    en: 'This must be an address of this computer: http://localhost and a port, such as {address}.',
    fr: 'Indiquez une adresse de cet ordinateur : http://localhost et un port, par exemple {address}.',
  },
  admins: { en: 'Also tell, for every ticket', fr: 'Prévenir aussi, pour chaque ticket' },
  adminsHint: {
    en: 'One e-mail address a line. These mails contain the error, the page and the file; those to clients do not.',
    fr: 'Une adresse e-mail par ligne. Ces e-mails contiennent l’erreur, la page et le fichier ; ceux des clients, non.',
  },
  adminsInvalid: {
    en: 'This is not an e-mail address: {line}',
    fr: 'Ceci n’est pas une adresse e-mail : {line}',
  },
  limits: {
    allowed: { en: 'Write without asking to', fr: 'Écrire sans accord préalable à' },
    allowedHint: {
      en: 'Domains (example.com) or addresses, one a line. An address that a page shows is otherwise held until somebody approves it. Your own identity and the people above need no entry.',
      fr: 'Domaines (exemple.fr) ou adresses, un par ligne. Sinon, une adresse lue dans une page attend que quelqu’un l’approuve. Votre identité et les personnes ci-dessus n’ont pas à y figurer.',
    },
    unsubscribed: { en: 'Never write to', fr: 'Ne jamais écrire à' },
    unsubscribedHint: {
      en: 'Addresses of people who asked for no more e-mails, one a line.',
      fr: 'Adresses des personnes qui ne veulent plus d’e-mails, une par ligne.',
    },
    perDay: { en: 'Most e-mails to one person within 24 hours', fr: 'E-mails par personne et par 24 heures, au plus' },
    perDayInvalid: { en: 'A whole number from 1 to 1000.', fr: 'Un nombre entier de 1 à 1000.' },
    invalid: { en: 'This cannot stand here: {line}', fr: 'Cette ligne n’est pas valable ici : {line}' },
  },
  times: {
    title: { en: 'When the people above are told', fr: 'Quand prévenir ces personnes' },
    quiet: { en: 'Quiet hours', fr: 'Heures de silence' },
    quietHint: {
      en: 'What happens meanwhile is sent when they are over, while a browser with Vigie or a team’s mail service runs.',
      fr: 'Ce qui survient entre-temps part à leur fin, pourvu qu’un navigateur avec Vigie soit ouvert ou, en équipe, que son service d’e-mail tourne.',
    },
    from: { en: 'From', fr: 'De' },
    to: { en: 'To', fr: 'À' },
    digest: { en: 'One summary a day', fr: 'Un résumé par jour' },
    digestHint: {
      en: 'Instead of an e-mail for each event. An error that keeps happening is still told at once.',
      fr: 'Au lieu d’un e-mail par événement. Une erreur qui se répète reste signalée aussitôt.',
    },
    digestAt: { en: 'Time of the summary', fr: 'Heure du résumé' },
    invalid: { en: 'Enter a time, such as 08:30.', fr: 'Indiquez une heure, par exemple 8 h 30.' },
  },
  held: {
    title: { en: 'Addresses await your approval', fr: 'Des adresses attendent votre accord' },
    body: {
      en: 'Pages named these addresses. Approve those you know, or allow their domain below.',
      fr: 'Ces adresses viennent de pages. Approuvez celles que vous connaissez, ou autorisez leur domaine ci-dessous.',
    },
    count: {
      en: '({count, plural, one {# message} other {# messages}})',
      fr: '({count, plural, one {# message} other {# messages}})',
    },
  },
  language: { en: 'Language of the e-mails', fr: 'Langue des e-mails' },
  languageAuto: { en: 'That of these pages', fr: 'Celle de ces pages' },
  test: {
    title: { en: 'Test', fr: 'Essai' },
    to: { en: 'Send a test e-mail to', fr: 'Envoyer un e-mail d’essai à' },
    action: { en: 'Send', fr: 'Envoyer' },
    invalid: {
      en: 'This e-mail address is incomplete, for example name@example.com.',
      fr: 'Cette adresse e-mail est incomplète, par exemple nom@exemple.fr.',
    },
    done: {
      en: 'The mail service has taken it. If nothing arrives, its console says why.',
      fr: 'Le service d’e-mail l’a accepté. Si rien n’arrive, sa console dit pourquoi.',
    },
    saveFirst: {
      en: 'The test uses the address that is saved.',
      fr: 'L’essai utilise l’adresse enregistrée.',
    },
    subject: { en: 'Vigie: test', fr: 'Vigie : essai' },
    text: {
      en: 'This e-mail was sent by Vigie to try the mail service. It works.',
      fr: 'Cet e-mail a été envoyé par Vigie pour essayer le service d’e-mail. Il fonctionne.',
    },
  },
  waiting: {
    title: { en: 'E-mails are waiting', fr: 'Des e-mails attendent' },
    byCode: {
      unreachable: {
        en: 'Nobody answered at the address of the mail service. Start it with “npm run mailer”, or correct the address. The e-mails are kept and go out then.',
        fr: 'Personne n’a répondu à l’adresse du service d’e-mail. Lancez-le avec « npm run mailer », ou corrigez l’adresse. Les e-mails sont conservés et partiront alors.',
      },
      forbidden: {
        en: 'What answers there is another program, or a mail service that asks for a token. Check the address, and start the service without MAILER_TOKEN.',
        fr: 'Ce qui répond là est un autre programme, ou un service d’e-mail qui demande un jeton. Vérifiez l’adresse, et lancez le service sans MAILER_TOKEN.',
      },
      busy: {
        en: 'The mail service has failed or is overloaded. Its console says why; Vigie tries again by itself.',
        fr: 'Le service d’e-mail est en échec ou surchargé. Sa console dit pourquoi ; Vigie réessaie d’elle-même.',
      },
    },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** Who was told what of a ticket, and why a message is where it is. The causes of the mail service are in `mailer.ts`. */
export const notificationTexts = {
  title: { en: 'Notifications', fr: 'Notifications' },
  none: { en: 'Nobody was told of this ticket yet.', fr: 'Personne n’a encore été prévenu de ce ticket.' },
  again: { en: 'Send again', fr: 'Renvoyer' },
  approve: { en: 'Approve this address', fr: 'Approuver cette adresse' },
  approveOf: { en: 'Approve this address: {person}', fr: 'Approuver cette adresse : {person}' },
  approveDomain: { en: 'Approve all of {domain}', fr: 'Approuver tout {domain}' },
  askAdmin: {
    en: 'Only an administrator of the team can approve it.',
    fr: 'Seul un administrateur de l’équipe peut l’approuver.',
  },
  goesOut: {
    en: 'Approved: the team’s mail service is told with the next exchange.',
    fr: 'Approuvée : le service d’e-mail de l’équipe l’apprendra au prochain échange.',
  },
  approved: { en: 'Address approved: its messages will be sent.', fr: 'Adresse approuvée : ses messages vont partir.' },
  againTo: { en: 'Send again to {person}', fr: 'Renvoyer à {person}' },
  repeated: { en: 'The message will be sent again.', fr: 'Le message va être renvoyé.' },
  said: { en: 'In its words: {detail}', fr: 'Réponse obtenue : {detail}' },
  off: {
    en: 'E-mails are off: nothing is sent until they are turned on in the options.',
    fr: 'Les e-mails sont désactivés : rien ne part tant qu’ils ne sont pas activés dans les options.',
  },
  toOptions: { en: 'Open the options', fr: 'Ouvrir les options' },
  reason: {
    byCode: {
      late: {
        en: 'It happened more than 24 hours before it could be sent, so nobody is bothered with it any more.',
        fr: 'Cela datait de plus de 24 heures quand l’envoi est devenu possible : le message n’est plus envoyé.',
      },
      'no-ticket': { en: 'The ticket is no longer here.', fr: 'Le ticket n’est plus ici.' },
      domain: {
        en: 'A page named this address, and neither it nor its domain is allowed yet. Approve it if you know it.',
        fr: 'Cette adresse vient d’une page, et ni elle ni son domaine ne sont encore autorisés. Approuvez-la si vous la connaissez.',
      },
      unapproved: {
        en: 'A page named this address, and nobody approved it within a week. Approve it in the options if you know it, then send the message again.',
        fr: 'Cette adresse vient d’une page, et personne ne l’a approuvée en une semaine. Approuvez-la dans les options si vous la connaissez, puis renvoyez le message.',
      },
      overtaken: {
        en: 'A later message to this person about this ticket went out instead, once the address was approved.',
        fr: 'Un message plus récent sur ce ticket est parti à sa place, une fois l’adresse approuvée.',
      },
      'daily-cap': {
        en: 'This person has had as many e-mails within 24 hours as the options allow.',
        fr: 'Cette personne a reçu en 24 heures autant d’e-mails que les options le permettent.',
      },
      unsubscribed: {
        en: 'This person wants no e-mails.',
        fr: 'Cette personne ne souhaite pas recevoir d’e-mails.',
      },
      'own-service': {
        en: 'A browser’s own mail service had it when that browser joined the team.',
        fr: 'Le service d’e-mail propre à un navigateur l’avait quand ce navigateur a rejoint l’équipe.',
      },
      digest: { en: 'In the daily summary.', fr: 'Dans le résumé quotidien.' },
      unreadable: {
        en: 'The mail service does not understand what the team’s database holds about this message. Bring the service, the extension and the team’s SQL file to the same version, then send it again.',
        fr: 'Le service d’e-mail ne comprend pas ce que la base de l’équipe contient sur ce message. Mettez le service, l’extension et le fichier SQL de l’équipe à la même version, puis renvoyez-le.',
      },
      refused: {
        en: 'The mail service does not take this mail. Check the recipient’s address.',
        fr: 'Le service d’e-mail refuse ce message. Vérifiez l’adresse du destinataire.',
      },
      'not-configured': {
        en: 'The mail service is started but not configured. Complete these variables in its .env, then start it again.',
        fr: 'Le service d’e-mail est lancé mais n’est pas configuré. Complétez ces variables dans son .env, puis relancez-le.',
      },
      template: {
        en: 'The team’s own wording of this e-mail cannot be read: it went out in the original wording. Correct it in the options, under E-mail templates, or restore the original there.',
        fr: 'La rédaction propre à l’équipe de cet e-mail est illisible : il est parti dans sa rédaction d’origine. Corrigez-la dans les options, sous Modèles d’e-mails, ou rétablissez-y l’original.',
      },
      lost: {
        en: 'The mail service no longer knows this mail: its queue was removed. It may have been sent; send it again if it was not.',
        fr: 'Le service d’e-mail ne connaît plus ce message : sa file d’attente a été supprimée. Il est peut-être parti ; sinon, renvoyez-le.',
      },
    },
  },
  team: {
    sends: {
      en: 'In a team, its mail service sends these e-mails, on whichever computer it runs.',
      fr: 'En équipe, ces e-mails partent par son service d’e-mail, quel que soit l’ordinateur où il tourne.',
    },
    untried: {
      en: '{count, plural, one {# e-mail of the team is} other {# e-mails of the team are}} waiting: no mail service fetches them.',
      fr: '{count, plural, one {# e-mail de l’équipe attend} other {# e-mails de l’équipe attendent}} : aucun service d’e-mail ne vient les chercher.',
    },
    start: {
      en: 'Start one with “npm run mailer” on a computer that stays on, with SUPABASE_URL and SUPABASE_SECRET_KEY in its .env; “npm run mailer -- --check” says what is in the way.',
      fr: 'Lancez-en un avec « npm run mailer » sur un ordinateur qui reste allumé, avec SUPABASE_URL et SUPABASE_SECRET_KEY dans son .env ; « npm run mailer -- --check » dit ce qui bloque.',
    },
    oldest: { en: 'The oldest:', fr: 'Le plus ancien :' },
  },
  service: {
    title: { en: 'Mail service', fr: 'Service d’e-mail' },
    state: { en: 'State', fr: 'État' },
    sends: { en: 'The mail service sends.', fr: 'Le service d’e-mail envoie.' },
    fails: { en: 'Its e-mails do not go out.', fr: 'Ses e-mails ne partent pas.' },
    silent: {
      en: 'No mail service answers at {address}. Start it with “npm run mailer”; if it stops at once, its console says what is missing in .env.',
      fr: 'Aucun service d’e-mail ne répond à {address}. Lancez-le avec « npm run mailer » ; s’il s’arrête aussitôt, sa console dit ce qui manque dans .env.',
    },
    off: { en: 'E-mails are off.', fr: 'Les e-mails sont désactivés.' },
    here: { en: 'Messages here', fr: 'Messages ici' },
    hereCounts: {
      en: '{due, number} to be sent, {held, number} awaiting approval, {queued, number} with the service, {failed, number} failed',
      fr: '{due, number} à envoyer, {held, number} en attente d’accord, {queued, number} confiés au service, {failed, number} en échec',
    },
    queue: { en: 'Queue of the service', fr: 'File du service' },
    queueCounts: {
      en: '{waiting, number} waiting, {sent, number} sent, {failed, number} given up',
      fr: '{waiting, number} en attente, {sent, number} envoyés, {failed, number} abandonnés',
    },
    check: { en: 'Ask again', fr: 'Vérifier' },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

export const welcomeTexts = {
  title: { en: 'Vigie: welcome', fr: 'Vigie : bienvenue' },
  heading: { en: 'Welcome to Vigie', fr: 'Bienvenue dans Vigie' },
  intro: {
    en: 'Vigie notes what goes wrong in the pages that you test and makes one ticket of each bug. Nothing is captured before you agree.',
    fr: 'Vigie note ce qui échoue dans les pages que vous testez et fait de chaque bug un ticket. Rien n’est capturé avant votre accord.',
  },
  consent: {
    title: { en: 'What you agree to', fr: 'Ce que vous acceptez' },
    what: {
      question: { en: 'What is captured?', fr: 'Qu’est-ce qui est capturé ?' },
      answer: {
        en: 'On this computer’s own pages and on the sites that you allow one by one: errors with their text and place in the code, failed requests with their address and status, the page’s address and title, what was clicked just before (never what was typed), your browser’s version, and the account that you are named by. Passwords, tokens and card numbers are masked first.',
        fr: 'Sur les pages de cet ordinateur et sur les sites que vous autorisez un par un : les erreurs avec leur texte et leur place dans le code, les requêtes en échec avec leur adresse et leur statut, l’adresse et le titre de la page, ce sur quoi on a cliqué juste avant (jamais ce qui a été saisi), la version de votre navigateur et le compte qui vous désigne. Mots de passe, jetons et numéros de carte sont d’abord masqués.',
      },
    },
    where: {
      question: { en: 'Where does it go?', fr: 'Où cela va-t-il ?' },
      answer: {
        en: 'Into this browser, and nowhere else. If you connect Vigie to your team’s server, or have e-mails sent, you are asked again first.',
        fr: 'Dans ce navigateur, et nulle part ailleurs. Si vous reliez Vigie au serveur de votre équipe, ou faites envoyer des e-mails, on vous le demandera d’abord.',
      },
    },
    who: {
      question: { en: 'Who reads it?', fr: 'Qui le lit ?' },
      answer: {
        en: 'Whoever uses this browser profile; once you have connected a team, its members too. Nobody else: neither the authors of Vigie nor any third party receive anything.',
        fr: 'Les personnes qui utilisent ce profil du navigateur et, une fois votre équipe reliée, ses membres. Personne d’autre : ni les auteurs de Vigie ni aucun tiers ne reçoivent quoi que ce soit.',
      },
    },
    end: {
      question: { en: 'How does it end?', fr: 'Comment cela prend-il fin ?' },
      answer: {
        en: 'Pause a site, withdraw its permission, or withdraw this agreement here. Old samples go after 90 days; removing the extension removes everything.',
        fr: 'Mettez un site en pause, retirez-lui l’autorisation, ou retirez cet accord ici même. Les anciens exemples disparaissent après 90 jours ; supprimer l’extension supprime tout.',
      },
    },
    agree: { en: 'I agree: capture errors', fr: 'J’accepte : capturer les erreurs' },
    withdraw: { en: 'Withdraw my agreement', fr: 'Retirer mon accord' },
    agreed: { en: 'Errors are captured', fr: 'Les erreurs sont capturées' },
    because: {
      person: { en: 'Agreed to on {at, date, medium}.', fr: 'Accepté le {at, date, medium}.' },
      policy: {
        en: 'Your organisation agreed to it for this browser on {at, date, medium}.',
        fr: 'Votre organisation l’a accepté pour ce navigateur le {at, date, medium}.',
      },
      'earlier-use': {
        en: 'Vigie was already in use here on {at, date, medium}, before it asked: it goes on. Withdraw your agreement if that is not what you want.',
        fr: 'Vigie était déjà utilisée ici le {at, date, medium}, avant de poser la question : elle continue. Retirez votre accord si ce n’est pas votre choix.',
      },
    },
  },
  site: {
    title: { en: 'Your first site', fr: 'Votre premier site' },
    intro: {
      en: 'Pages of this computer are watched already. Add a site that you test; your browser asks you to allow it.',
      fr: 'Les pages de cet ordinateur sont déjà surveillées. Ajoutez un site que vous testez ; votre navigateur vous demande de l’autoriser.',
    },
    waiting: {
      en: 'These sites are to be watched and wait for you to allow them:',
      fr: 'Ces sites doivent être surveillés et attendent votre autorisation :',
    },
    allow: {
      en: '{count, plural, one {Allow this site} other {Allow these # sites}}',
      fr: '{count, plural, one {Autoriser ce site} other {Autoriser ces # sites}}',
    },
    denied: {
      en: 'Permission was not given. You can ask again at any time.',
      fr: 'L’autorisation n’a pas été donnée. Vous pouvez la redemander à tout moment.',
    },
  },
  test: {
    title: { en: 'A first error', fr: 'Une première erreur' },
    intro: {
      en: 'Vigie makes the page of a watched site that you looked at last fail once, harmlessly, and shows the ticket that comes of it.',
      fr: 'Vigie fait échouer une fois, sans dommage, la page d’un site surveillé que vous avez vue en dernier, et montre le ticket qui en résulte.',
    },
    action: { en: 'Provoke an error', fr: 'Provoquer une erreur' },
    noPage: {
      en: 'No page of a watched site is open: open one in another tab, then try again.',
      fr: 'Aucune page d’un site surveillé n’est ouverte : ouvrez-en une dans un autre onglet, puis réessayez.',
    },
    refused: {
      en: 'The browser does not let that page be reached: reload it, then try again.',
      fr: 'Le navigateur ne laisse pas atteindre cette page : rechargez-la, puis réessayez.',
    },
    waiting: { en: 'The page failed; its ticket is on its way.', fr: 'La page a échoué ; son ticket arrive.' },
    arrived: { en: 'Here is its ticket:', fr: 'Voici son ticket :' },
  },
  done: { en: 'To the dashboard', fr: 'Aller au tableau de bord' },
  ask: {
    title: { en: 'Nothing is captured yet', fr: 'Rien n’est encore capturé' },
    body: {
      en: 'Vigie waits for your agreement. The welcome page says what is captured, where it goes and who reads it.',
      fr: 'Vigie attend votre accord. La page de bienvenue dit ce qui est capturé, où cela va et qui le lit.',
    },
    open: { en: 'Read and decide', fr: 'Lire et décider' },
  },
} as const satisfies TextTree;

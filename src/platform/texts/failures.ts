import type { TextTree } from '../i18n.ts';
import { teamFailureTexts } from './team-failures.ts';

/** What the refusals of the background mean to a person, by their code. */
export const failureTexts = {
  byCode: {
    ...teamFailureTexts.byCode,
    unreachable: {
      en: 'Vigie’s background did not answer. Try again; if it persists, restart the browser.',
      fr: 'L’arrière-plan de Vigie n’a pas répondu. Réessayez ; si cela persiste, redémarrez le navigateur.',
    },
    'managed-setting': {
      en: 'Your organisation keeps this setting: ask its administrator to change it.',
      fr: 'Votre organisation gère ce réglage : demandez à son administrateur de le modifier.',
    },
    'in-team': {
      en: 'This browser belongs to a team, which would bring it all back. Disconnect from it first (Options, Team), then try again.',
      fr: 'Ce navigateur appartient à une équipe, qui ramènerait tout. Déconnectez-le d’abord (Options, Équipe), puis réessayez.',
    },
    'bad-answer': {
      en: 'Vigie was updated while this page was open. Reload the page.',
      fr: 'Vigie a été mise à jour alors que cette page était ouverte. Rechargez la page.',
    },
    'unknown-message': {
      en: 'Vigie’s background does not know this request: this page and it are not of the same version. Reload the page.',
      fr: 'L’arrière-plan de Vigie ne connaît pas cette demande : cette page et lui ne sont pas de la même version. Rechargez la page.',
    },
    malformed: {
      en: 'Vigie’s background could not read this request. Nothing was changed. Reload the page, then try again.',
      fr: 'L’arrière-plan de Vigie n’a pas pu lire cette demande. Rien n’a été modifié. Rechargez la page, puis réessayez.',
    },
    'too-large': {
      en: 'This is too large to be taken at once. Nothing was changed. Shorten it, then try again.',
      fr: 'C’est trop volumineux pour être traité en une fois. Rien n’a été modifié. Réduisez-le, puis réessayez.',
    },
    forbidden: {
      en: 'Only Vigie’s own pages may ask for this. Close this page and open it again from Vigie’s icon.',
      fr: 'Seules les pages de Vigie peuvent demander cela. Fermez cette page et rouvrez-la depuis l’icône de Vigie.',
    },
    busy: {
      en: 'Vigie is busy. Try again in a moment.',
      fr: 'Vigie est occupée. Réessayez dans un instant.',
    },
    internal: {
      en: 'Vigie itself has failed. Try again; if it persists, open Diagnostic in the dashboard and copy the diagnostic for support.',
      fr: 'Vigie a rencontré une erreur interne. Réessayez ; si cela persiste, ouvrez Diagnostic dans le tableau de bord et copiez le diagnostic pour le support.',
    },
    'invalid-setting': {
      en: 'This value is not possible, so nothing was saved. Correct it, then save again.',
      fr: 'Cette valeur n’est pas possible ; rien n’a été enregistré. Corrigez-la, puis enregistrez de nouveau.',
    },
    'unknown-setting': {
      en: 'Vigie’s background does not know this setting, so nothing was saved. Reload the page, then try again.',
      fr: 'L’arrière-plan de Vigie ne connaît pas ce réglage ; rien n’a été enregistré. Rechargez la page, puis réessayez.',
    },
    'invalid-site': {
      en: 'This is no address of a site, so nothing was saved. Correct it, then save again.',
      fr: 'Ce n’est pas l’adresse d’un site ; rien n’a été enregistré. Corrigez-la, puis enregistrez de nouveau.',
    },
    'other-site': {
      en: 'This tab no longer shows the site. Open a page of the site, then test again.',
      fr: 'Cet onglet n’affiche plus le site. Ouvrez une page du site, puis testez de nouveau.',
    },
    'page-silent': {
      en: 'The page did not answer. Wait until it has loaded, or reload it, then test again.',
      fr: 'La page n’a pas répondu. Attendez qu’elle soit chargée, ou rechargez-la, puis testez de nouveau.',
    },
    'unknown-site': {
      en: 'This site is no longer there. Reload the page to see the sites as they are.',
      fr: 'Ce site n’existe plus. Rechargez la page pour voir les sites tels qu’ils sont.',
    },
    'mail-unreachable': {
      en: 'Nobody answered at the address of the mail service. Start it with “npm run mailer”, or correct the address.',
      fr: 'Personne n’a répondu à l’adresse du service d’e-mail. Lancez-le avec « npm run mailer », ou corrigez l’adresse.',
    },
    'mail-forbidden': {
      en: 'What answers there is another program, or a mail service that asks for a token. Check the address, and start the service without MAILER_TOKEN.',
      fr: 'Ce qui répond là est un autre programme, ou un service d’e-mail qui demande un jeton. Vérifiez l’adresse, et lancez le service sans MAILER_TOKEN.',
    },
    'mail-busy': {
      en: 'The mail service has failed or is overloaded. Its console says why. Try again.',
      fr: 'Le service d’e-mail est en échec ou surchargé. Sa console dit pourquoi. Réessayez.',
    },
    'mail-refused': {
      en: 'The mail service does not take this e-mail. Check the recipient’s address.',
      fr: 'Le service d’e-mail refuse cet e-mail. Vérifiez l’adresse du destinataire.',
    },
    'invalid-template': {
      en: 'This template cannot be used: a section or a value in double braces is not closed. Correct it, then save again.',
      fr: 'Ce modèle est inutilisable : une section ou une valeur entre doubles accolades n’est pas fermée. Corrigez-la, puis enregistrez de nouveau.',
    },
    'unknown-notification': {
      en: 'This message is no longer here. Reload the page to see those that are.',
      fr: 'Ce message n’est plus ici. Rechargez la page pour voir ceux qui existent.',
    },
    'unknown-ticket': {
      en: 'This ticket is no longer here. Go back to the list of tickets to see those that are.',
      fr: 'Ce ticket n’est plus ici. Revenez à la liste des tickets pour voir ceux qui existent.',
    },
    'unknown-error': {
      en: 'This error is no longer here: it may have been removed after its retention time. Go back to the list of errors.',
      fr: 'Cette erreur n’est plus ici : elle a peut-être été supprimée après sa durée de conservation. Revenez à la liste des erreurs.',
    },
    'transition-refused': {
      en: 'A ticket cannot go from its present status to this one. Choose one of the statuses that are offered now.',
      fr: 'Un ticket ne peut pas passer de son statut actuel à celui-ci. Choisissez l’un des statuts proposés maintenant.',
    },
    'status-changed': {
      en: 'The ticket’s status has changed meanwhile. Look at it as it is now; if you still want this, send it again. What you typed is still here.',
      fr: 'Le statut du ticket a changé entre-temps. Vérifiez-le ; si vous voulez toujours cette action, validez de nouveau. Votre texte est conservé.',
    },
    'invalid-command': {
      en: 'This cannot be done as it is: a text is missing or too long, or a time is past. Correct it, then send it again.',
      fr: 'C’est impossible en l’état : un texte manque ou est trop long, ou une date est passée. Corrigez, puis validez de nouveau.',
    },
    'merge-refused': {
      en: 'These tickets cannot be merged or parted as they are now. Nothing was changed. Look at both as they are now, then try again.',
      fr: 'Ces tickets ne peuvent pas être fusionnés ni séparés en l’état. Rien n’a été modifié. Vérifiez leur état actuel, puis réessayez.',
    },
    'no-recipient': {
      en: 'No client of this ticket has an e-mail address. Nobody was notified; your text is still here.',
      fr: 'Aucun client de ce ticket n’a d’adresse e-mail. Personne n’a été notifié ; votre texte est conservé.',
    },
  },
  /** Where a refusal tells more closely why: by its code and detail. */
  byDetail: {
    'merge-refused': {
      'unknown-ticket': {
        en: 'The ticket to merge with is no longer here. Choose another one.',
        fr: 'Le ticket avec lequel fusionner n’est plus ici. Choisissez-en un autre.',
      },
      itself: {
        en: 'These two are one ticket already: one of them was merged into the other. Choose another ticket.',
        fr: 'Ces deux tickets n’en font déjà qu’un : l’un a été fusionné dans l’autre. Choisissez un autre ticket.',
      },
      merged: {
        en: 'This ticket was merged into another one. Open that one and do it there, or take the merge back first.',
        fr: 'Ce ticket a été fusionné dans un autre. Ouvrez cet autre ticket pour agir, ou annulez d’abord la fusion.',
      },
      'not-merged': {
        en: 'This ticket is not merged into another one, so there is no merge to take back. Reload the page to see it as it is.',
        fr: 'Ce ticket n’est pas fusionné dans un autre : il n’y a pas de fusion à annuler. Rechargez la page pour le voir tel qu’il est.',
      },
      'no-signature': {
        en: 'This error no longer belongs to the ticket. Reload the page to see its errors as they are.',
        fr: 'Cette erreur n’appartient plus au ticket. Rechargez la page pour voir ses erreurs telles qu’elles sont.',
      },
      'own-signature': {
        en: 'The ticket was made of this very error, so it stays. Split off the others instead.',
        fr: 'Le ticket a été créé pour cette erreur : elle y reste. Détachez plutôt les autres.',
      },
      'part-of-another': {
        en: 'The error’s former ticket was merged into another one. Open that former ticket and take its merge back.',
        fr: 'L’ancien ticket de cette erreur a été fusionné dans un autre. Ouvrez cet ancien ticket et annulez sa fusion.',
      },
      'never-seen': {
        en: 'This browser has never seen this error. Split it off in a browser that has, or once it was seen here.',
        fr: 'Ce navigateur n’a jamais vu cette erreur. Détachez-la dans un navigateur qui l’a vue, ou une fois qu’elle aura été vue ici.',
      },
    },
    'invalid-command': {
      'snooze: settled': {
        en: 'A resolved or closed ticket cannot be snoozed. Reopen it first.',
        fr: 'Un ticket résolu ou fermé ne peut pas être mis en sommeil. Rouvrez-le d’abord.',
      },
      'snooze: without end': {
        en: 'Say until when to snooze: a date, or a number of occurrences or clients.',
        fr: 'Indiquez jusqu’à quand le mettre en sommeil : une date, ou un nombre d’occurrences ou de clients.',
      },
      'until: past': {
        en: 'This date is past. Choose a later one.',
        fr: 'Cette date est passée. Choisissez-en une plus tardive.',
      },
      'resolution: missing': {
        en: 'Closing a ticket needs a resolution. Write what was done.',
        fr: 'Pour fermer un ticket, il faut une résolution. Écrivez ce qui a été fait.',
      },
      'sujet: missing': {
        en: 'A ticket without an error needs a subject. Write one.',
        fr: 'Un ticket sans erreur a besoin d’un sujet. Écrivez-en un.',
      },
    },
  },
  other: {
    en: 'This did not work (code: {code}). Nothing was changed.',
    fr: 'Cela n’a pas fonctionné (code : {code}). Rien n’a été modifié.',
  },
} as const satisfies TextTree;

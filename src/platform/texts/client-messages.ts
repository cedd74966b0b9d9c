import type { TextTree } from '../i18n.ts';

/** Texts for clients, to begin with and to change: what one writes again and again. */
export const clientMessageTexts = {
  title: {
    byName: {
      received: { en: 'We know of the problem', fr: 'Problème pris en compte' },
      working: { en: 'We are working on it', fr: 'Correction en cours' },
      question: { en: 'We need to know more', fr: 'Demande de précisions' },
      solved: { en: 'It is solved', fr: 'Problème résolu' },
    },
  },
  body: {
    byName: {
      received: {
        en: 'Hello,\n\nWe have noticed that something did not work for you. It is recorded as ticket {number} and we are looking into it. You need not do anything.\n\nKind regards',
        fr: 'Bonjour,\n\nNous avons constaté un dysfonctionnement de votre côté. Il est enregistré sous le ticket {number} et nous l’étudions. Vous n’avez rien à faire.\n\nBien cordialement',
      },
      working: {
        en: 'Hello,\n\nWe are working on the problem of ticket {number}. We will write to you as soon as it is solved.\n\nKind regards',
        fr: 'Bonjour,\n\nNous travaillons à la correction du problème du ticket {number}. Nous vous écrirons dès qu’il sera résolu.\n\nBien cordialement',
      },
      question: {
        en: 'Hello,\n\nTo solve the problem of ticket {number} we need to know more: what were you doing when it happened, and does it still happen?\n\nKind regards',
        fr: 'Bonjour,\n\nPour résoudre le problème du ticket {number}, il nous faut quelques précisions : que faisiez-vous quand il est survenu, et se produit-il encore ?\n\nBien cordialement',
      },
      solved: {
        en: 'Hello,\n\nThe problem of ticket {number} is solved. If you should meet it again, please tell us.\n\nKind regards',
        fr: 'Bonjour,\n\nLe problème du ticket {number} est résolu. Si vous le rencontrez de nouveau, dites-le-nous.\n\nBien cordialement',
      },
    },
  },
} as const satisfies TextTree;

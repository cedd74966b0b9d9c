import type { TextTree } from '../i18n.ts';

/** What the refusals of the background mean to a person, by their code. */
export const failureTexts = {
  byCode: {
    unreachable: {
      en: 'Vigie’s background did not answer. Try again; if it persists, restart the browser.',
      fr: 'L’arrière-plan de Vigie n’a pas répondu. Réessayez ; si cela persiste, redémarrez le navigateur.',
    },
    'bad-answer': {
      en: 'Vigie was updated while this page was open. Reload the page.',
      fr: 'Vigie a été mise à jour alors que cette page était ouverte. Rechargez la page.',
    },
    'invalid-setting': {
      en: 'This value is not possible, so nothing was saved.',
      fr: 'Cette valeur n’est pas possible ; rien n’a été enregistré.',
    },
    busy: {
      en: 'Vigie is busy. Try again in a moment.',
      fr: 'Vigie est occupée. Réessayez dans un instant.',
    },
  },
  other: {
    en: 'This did not work (code: {code}). Nothing was changed.',
    fr: 'Cela n’a pas fonctionné (code : {code}). Rien n’a été modifié.',
  },
} as const satisfies TextTree;

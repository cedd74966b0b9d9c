import type { TextTree } from '../i18n.ts';

/** The disk was full. */
export const storageTexts = {
  title: { en: 'The disk is full', fr: 'Le disque est plein' },
  body: {
    en: 'On {time} there was no room for new errors. Vigie dropped {dropped, plural, one {the oldest sample} other {the # oldest samples}}; counts and tickets are complete. Free some space on the disk, or keep fewer samples.',
    fr: 'Le {time}, il n’y avait plus de place pour de nouvelles erreurs. Vigie a supprimé {dropped, plural, one {l’exemple le plus ancien} other {les # exemples les plus anciens}} ; les compteurs et les tickets sont complets. Libérez de l’espace sur le disque, ou conservez moins d’exemples.',
  },
  action: { en: 'Choose what is kept', fr: 'Choisir ce qui est conservé' },
} as const satisfies TextTree;

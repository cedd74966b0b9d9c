import type { TextTree } from '../i18n.ts';

/** The page on which a person tries the capture in their own browser. */
export const selfTestTexts = {
  title: { en: 'Self-test', fr: 'Autotest' },
  heading: { en: 'Does the capture work in this browser?', fr: 'La capture fonctionne-t-elle dans ce navigateur ?' },
  intro: {
    en: 'Each case is a small page that fails in one precise way. Vigie captures it as on any site and compares the result with what is expected. Nothing of it is stored, and no ticket is made.',
    fr: 'Chaque cas est une petite page qui échoue d’une façon précise. Vigie la capture comme sur n’importe quel site et compare le résultat à ce qui est attendu. Rien n’en est enregistré et aucun ticket n’est créé.',
  },
  open: { en: 'Self-test of the capture', fr: 'Autotest de la capture' },
  run: { en: 'Run', fr: 'Lancer' },
  runAgain: { en: 'Run again', fr: 'Relancer' },
  progress: { en: 'Progress', fr: 'Progression' },
  running: { en: '{done} of {total} cases', fr: '{done} cas sur {total}' },
  summary: {
    en: '{passed} passed, {failed} failed, {hidden} not shown here',
    fr: '{passed} réussis, {failed} échoués, {hidden} non montrés ici',
  },
  unreadable: {
    title: { en: 'The cases could not be read', fr: 'Les cas n’ont pas pu être lus' },
    body: {
      en: 'A file of the extension is missing or damaged. Install the extension again.',
      fr: 'Un fichier de l’extension manque ou est endommagé. Réinstallez l’extension.',
    },
  },
  columns: {
    name: { en: 'Case', fr: 'Cas' },
    result: { en: 'Result', fr: 'Résultat' },
  },
  state: {
    waiting: { en: 'Not run yet', fr: 'Pas encore lancé' },
    running: { en: 'Running', fr: 'En cours' },
    passed: { en: 'Passed', fr: 'Réussi' },
    failed: { en: 'Failed', fr: 'Échoué' },
    hidden: { en: 'Not shown here', fr: 'Non montré ici' },
  },
  expected: { en: 'Expected', fr: 'Attendu' },
  got: { en: 'Captured', fr: 'Capturé' },
  reason: {
    server: { en: 'It needs the answers of a server.', fr: 'Il faut les réponses d’un serveur.' },
    'second-site': { en: 'It needs a second site.', fr: 'Il faut un second site.' },
    frames: {
      en: 'It is about frames of another kind, which an extension cannot have.',
      fr: 'Il porte sur des cadres d’une autre sorte, qu’une extension ne peut pas avoir.',
    },
    rewrites: {
      en: 'It replaces its own document, and with it the test.',
      fr: 'Il remplace son propre document, et le test avec lui.',
    },
    policy: {
      en: 'Browsers forbid such code in extensions.',
      fr: 'Les navigateurs interdisent ce genre de code dans les extensions.',
    },
    person: {
      en: 'It needs a person who acts, or several tabs.',
      fr: 'Il faut une personne qui agit, ou plusieurs onglets.',
    },
    tools: {
      en: 'It ends differently when the developer tools are open.',
      fr: 'Il finit autrement quand les outils de développement sont ouverts.',
    },
    page: {
      en: 'It changes or shows the page itself, in which the test has a script of its own.',
      fr: 'Il modifie ou montre la page elle-même, où le test a son propre script.',
    },
    browser: { en: 'This browser cannot show it at all.', fr: 'Ce navigateur ne peut pas du tout le montrer.' },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** The options' masking: what is hidden before anything is stored. */
export const maskingTexts = {
  title: { en: 'Masking', fr: 'Masquage' },
  intro: {
    en: 'Passwords, tokens, keys, card numbers, bank accounts and the values in addresses are always masked before anything is stored. Here you add what else must never be kept.',
    fr: 'Les mots de passe, jetons, clés, numéros de carte, comptes bancaires et les valeurs contenues dans les adresses sont toujours masqués avant tout enregistrement. Ajoutez ici ce qui ne doit pas être conservé non plus.',
  },
  emails: { en: 'Mask e-mail addresses in captured texts', fr: 'Masquer les adresses e-mail dans les textes capturés' },
  emailsHint: {
    en: 'The affected client’s own address, which tickets name, is not concerned.',
    fr: 'L’adresse du client concerné, que les tickets indiquent, n’est pas visée.',
  },
  rules: { en: 'Your own rules', fr: 'Vos propres règles' },
  none: { en: 'No rule of your own yet.', fr: 'Aucune règle personnelle pour l’instant.' },
  rule: { en: 'Rule {number, number}', fr: 'Règle {number, number}' },
  name: { en: 'Name', fr: 'Nom' },
  pattern: { en: 'Pattern to mask', fr: 'Motif à masquer' },
  patternHint: {
    en: 'A regular expression, for example DOS-[0-9]+. Every match is masked.',
    fr: 'Une expression régulière, par exemple DOS-[0-9]+. Chaque correspondance est masquée.',
  },
  replacement: { en: 'Replaced by', fr: 'Remplacé par' },
  replacementHint: { en: 'Empty: [redacted].', fr: 'Vide : [redacted].' },
  ignoreCase: { en: 'Upper and lower case alike', fr: 'Majuscules et minuscules confondues' },
  add: { en: 'Add a rule', fr: 'Ajouter une règle' },
  remove: { en: 'Remove', fr: 'Retirer' },
  removeRule: { en: 'Remove rule {number, number}', fr: 'Retirer la règle {number, number}' },
  full: {
    en: 'There are {max, number} rules, which is the most. Join some of them with “|” in one pattern.',
    fr: 'Il y a {max, number} règles, le maximum. Réunissez-en plusieurs avec « | » dans un seul motif.',
  },
  trial: { en: 'Try it on a text', fr: 'Essayer sur un texte' },
  trialHint: {
    en: 'Nothing typed here is stored. The result shows what would be.',
    fr: 'Rien de ce qui est saisi ici n’est enregistré. Le résultat montre ce qui le serait.',
  },
  result: { en: 'Result', fr: 'Résultat' },
  resultNone: { en: 'Type a text above to see the result.', fr: 'Saisissez un texte ci-dessus pour voir le résultat.' },
  resultBroken: {
    en: 'A rule above cannot work: correct it first.',
    fr: 'Une règle ci-dessus ne peut pas fonctionner : corrigez-la d’abord.',
  },
  byCode: {
    empty: { en: 'Type a pattern, or remove the rule.', fr: 'Saisissez un motif, ou retirez la règle.' },
    'too-long': {
      en: 'The pattern is too long: at most 500 characters.',
      fr: 'Le motif est trop long : 500 caractères au plus.',
    },
    'unknown-flag': {
      en: 'This rule has an option that Vigie does not know. Remove it and add it again.',
      fr: 'Cette règle comporte une option que Vigie ne connaît pas. Retirez-la puis ajoutez-la de nouveau.',
    },
    invalid: {
      en: 'This is not a pattern that Vigie can run. Check brackets and backslashes; references such as \\1 and lookarounds are not supported.',
      fr: 'Vigie ne peut pas exécuter ce motif. Vérifiez les parenthèses et les barres obliques inverses ; les références comme \\1 et les assertions avant ou arrière ne sont pas prises en charge.',
    },
    'too-large': {
      en: 'The pattern is too large: use smaller repetitions.',
      fr: 'Le motif est trop volumineux : réduisez les répétitions.',
    },
    'matches-nothing': {
      en: 'The pattern also matches an empty text, so it would mask everything. Use + instead of *.',
      fr: 'Le motif correspond aussi à un texte vide : il masquerait tout. Utilisez + à la place de *.',
    },
    other: {
      en: 'This rule cannot work. Correct or remove it.',
      fr: 'Cette règle ne peut pas fonctionner. Corrigez-la ou retirez-la.',
    },
  },
} as const satisfies TextTree;

import type { TextTree } from '../i18n.ts';

/** Ignore rules: in the options, and where somebody says of an error "not one like this". */
export const ignoreTexts = {
  title: { en: 'Ignored errors', fr: 'Erreurs ignorées' },
  intro: {
    en: 'What a rule covers is counted, neither stored nor turned into tickets. The counts, and the way back, are under Diagnostic.',
    fr: 'Ce qu’une règle couvre est compté, mais ni enregistré ni transformé en ticket. Les totaux, et le moyen de revenir en arrière, se trouvent sous Diagnostic.',
  },
  diagnostic: { en: 'See what was ignored', fr: 'Voir ce qui a été ignoré' },
  builtin: { en: 'Built-in rules', fr: 'Règles intégrées' },
  own: { en: 'Your own rules', fr: 'Vos propres règles' },
  none: { en: 'No rule of your own yet.', fr: 'Aucune règle personnelle pour l’instant.' },
  add: { en: 'Add a rule', fr: 'Ajouter une règle' },
  edit: { en: 'Edit', fr: 'Modifier' },
  editRule: { en: 'Edit {rule}', fr: 'Modifier {rule}' },
  remove: { en: 'Remove', fr: 'Retirer' },
  removeRule: { en: 'Remove {rule}', fr: 'Retirer {rule}' },
  removed: { en: 'The rule was removed.', fr: 'La règle a été retirée.' },
  form: {
    newTitle: { en: 'New rule', fr: 'Nouvelle règle' },
    name: { en: 'Name', fr: 'Nom' },
    nameHint: { en: 'Empty: the condition itself.', fr: 'Vide : la condition elle-même.' },
    type: { en: 'Kind of error', fr: 'Type d’erreur' },
    anyType: { en: 'Any', fr: 'Tous' },
    field: { en: 'Look at', fr: 'Regarder' },
    fields: {
      message: { en: 'the message', fr: 'le message' },
      source: { en: 'the file or address that failed', fr: 'le fichier ou l’adresse en cause' },
      host: { en: 'the host of the page', fr: 'l’hôte de la page' },
    },
    how: { en: 'Condition', fr: 'Condition' },
    hows: {
      contains: { en: 'contains this text', fr: 'contient ce texte' },
      pattern: { en: 'matches this pattern', fr: 'correspond à ce motif' },
    },
    text: { en: 'Text', fr: 'Texte' },
    pattern: { en: 'Pattern', fr: 'Motif' },
    patternHint: {
      en: 'A regular expression, for example ^Timeout.',
      fr: 'Une expression régulière, par exemple ^Timeout.',
    },
    ignoreCase: { en: 'Upper and lower case alike', fr: 'Majuscules et minuscules confondues' },
    empty: { en: 'Say what the rule looks for.', fr: 'Indiquez ce que la règle recherche.' },
    save: { en: 'Ignore from now on', fr: 'Ignorer désormais' },
  },
  preview: {
    title: { en: 'What it would have taken out', fr: 'Ce qu’elle aurait écarté' },
    nothing: {
      en: '{looked, plural, =0 {No error is stored yet to try it on.} one {Nothing: it does not cover the one error that is stored.} other {Nothing among the # newest errors.}}',
      fr: '{looked, plural, =0 {Aucune erreur n’est encore enregistrée pour l’essayer.} one {Rien : elle ne couvre pas la seule erreur enregistrée.} other {Rien parmi les # erreurs les plus récentes.}}',
    },
    some: {
      en: '{errors, plural, one {# error} other {# errors}}, {occurrences, plural, one {# occurrence} other {# occurrences}}, among the newest {looked, number}. What is stored stays; tickets stay.',
      fr: '{errors, plural, one {# erreur} other {# erreurs}}, {occurrences, plural, one {# occurrence} other {# occurrences}}, parmi les {looked, number} plus récentes. Ce qui est enregistré reste ; les tickets restent.',
    },
    everything: {
      en: 'This covers every error that is stored. Make the condition narrower unless you want to ignore everything.',
      fr: 'Cela couvre toutes les erreurs enregistrées. Resserrez la condition, sauf si vous voulez tout ignorer.',
    },
    examples: { en: 'For example:', fr: 'Par exemple :' },
  },
  like: {
    action: { en: 'Ignore errors like this', fr: 'Ignorer les erreurs de ce genre' },
    title: { en: 'Ignore errors like this', fr: 'Ignorer les erreurs de ce genre' },
    done: {
      en: 'Errors like this are ignored from now on. They are counted under Diagnostic, where one click brings them back.',
      fr: 'Les erreurs de ce genre sont désormais ignorées. Elles sont comptées sous Diagnostic, où un clic suffit pour les rétablir.',
    },
  },
} as const satisfies TextTree;

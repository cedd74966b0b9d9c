import type { TextTree } from '../i18n.ts';

/** What was changed to fix an error. */
export const correctionTexts = {
  title: { en: 'Corrections applied', fr: 'Corrections appliquées' },
  none: {
    en: 'No correction has been recorded for this error yet.',
    fr: 'Aucune correction n’a encore été enregistrée pour cette erreur.',
  },
  add: { en: 'Record a correction', fr: 'Enregistrer une correction' },
  diff: { en: 'Changes in {file}', fr: 'Modifications de {file}' },
  line: {
    removed: { en: 'removed', fr: 'supprimée' },
    added: { en: 'added', fr: 'ajoutée' },
    gap: { en: 'unchanged lines left out', fr: 'lignes inchangées omises' },
  },
  allLines: { en: 'Show all {count, number} lines', fr: 'Afficher les {count, number} lignes' },
  fewerLines: { en: 'Show fewer lines', fr: 'Afficher moins de lignes' },
  by: { en: 'Applied by {author}', fr: 'Appliquée par {author}' },
  testStatus: {
    passed: { en: 'Tests passed', fr: 'Tests réussis' },
    failed: { en: 'Tests failed', fr: 'Tests en échec' },
    pending: { en: 'Not tested yet', fr: 'Pas encore testée' },
  },
  otherTestStatus: { en: 'Tests: {status}', fr: 'Tests : {status}' },
  results: { en: 'Test results', fr: 'Résultats des tests' },
} as const satisfies TextTree;

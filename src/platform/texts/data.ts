import type { TextTree } from '../i18n.ts';

/** Export and import. */
export const dataTexts = {
  title: { en: 'Data', fr: 'Données' },
  where: {
    en: 'Everything is kept in this browser only (IndexedDB of the extension). Removing the extension removes it: export it first.',
    fr: 'Tout est conservé dans ce navigateur uniquement (IndexedDB de l’extension). Supprimer l’extension supprime aussi les données : exportez-les d’abord.',
  },
  retention: {
    title: { en: 'What is kept', fr: 'Ce qui est conservé' },
    body: {
      en: 'The oldest samples go first. Counts and tickets stay, and so do the first and the last sample of each error and those that a ticket names.',
      fr: 'Les exemples les plus anciens partent en premier. Les compteurs et les tickets restent, de même que le premier et le dernier exemple de chaque erreur et ceux qu’un ticket désigne.',
    },
    days: { en: 'Samples are kept for, in days', fr: 'Durée de conservation des exemples, en jours' },
    daysHint: { en: 'Older ones are deleted.', fr: 'Les plus anciens sont supprimés.' },
    rows: { en: 'Samples kept at most', fr: 'Nombre maximal d’exemples conservés' },
    rowsHint: {
      en: 'A sample is about a kilobyte: 100,000 are about 100 MB.',
      fr: 'Un exemple pèse environ un kilooctet : 100 000 font environ 100 Mo.',
    },
    wholeNumber: {
      en: 'A whole number from {min, number} to {max, number}.',
      fr: 'Un nombre entier de {min, number} à {max, number}.',
    },
  },
  export: {
    title: { en: 'Export', fr: 'Exporter' },
    body: {
      en: 'A JSON file with all errors, tickets, history and settings. It may contain client addresses: handle it accordingly.',
      fr: 'Un fichier JSON avec toutes les erreurs, les tickets, l’historique et les réglages. Il peut contenir des adresses de clients : manipulez-le en conséquence.',
    },
    action: { en: 'Export', fr: 'Exporter' },
    done: {
      en: '{rows, plural, one {# row} other {# rows}} exported to {file}.',
      fr: '{rows, plural, one {# ligne exportée} other {# lignes exportées}} dans {file}.',
    },
    failed: { en: 'The export failed: {reason}', fr: 'L’export a échoué : {reason}' },
  },
  erase: {
    title: { en: 'Erase', fr: 'Effacer' },
    body: {
      en: 'Erases all errors, tickets and their history from this browser. Settings and sites stay.',
      fr: 'Efface de ce navigateur toutes les erreurs, tous les tickets et leur historique. Les réglages et les sites restent.',
    },
    action: { en: 'Erase everything captured…', fr: 'Effacer tout ce qui a été capturé…' },
    question: { en: 'Erase all errors and tickets?', fr: 'Effacer toutes les erreurs et tous les tickets ?' },
    warning: {
      en: 'This cannot be undone. To be able to bring them back, export them first.',
      fr: 'Cette action est définitive. Pour pouvoir les récupérer, exportez-les d’abord.',
    },
    confirm: { en: 'Erase', fr: 'Effacer' },
    done: { en: 'All errors and tickets were erased.', fr: 'Toutes les erreurs et tous les tickets ont été effacés.' },
  },
  import: {
    title: { en: 'Import', fr: 'Importer' },
    body: {
      en: 'Adds the content of an export to what is here. Nothing is overwritten by older rows; the same file can be imported twice.',
      fr: 'Ajoute le contenu d’un export à ce qui est déjà là. Aucune ligne n’est remplacée par une plus ancienne ; un même fichier peut être importé deux fois.',
    },
    choose: { en: 'Import a file…', fr: 'Importer un fichier…' },
    reading: { en: 'Reading {file}…', fr: 'Lecture de {file}…' },
    progress: {
      en: '{done, number} of {total, plural, one {# row} other {# rows}}',
      fr: '{done, number} sur {total, plural, one {# ligne} other {# lignes}}',
    },
    progressLabel: { en: 'Progress of the import', fr: 'Progression de l’import' },
    done: { en: 'Import finished', fr: 'Import terminé' },
    partly: { en: 'Import finished, with refused rows', fr: 'Import terminé, avec des lignes refusées' },
    added: {
      en: '{count, plural, =0 {No row added} one {# row added} other {# rows added}}',
      fr: '{count, plural, =0 {Aucune ligne ajoutée} one {# ligne ajoutée} other {# lignes ajoutées}}',
    },
    updated: {
      en: '{count, plural, =0 {No row updated} one {# row updated} other {# rows updated}}',
      fr: '{count, plural, =0 {Aucune ligne mise à jour} one {# ligne mise à jour} other {# lignes mises à jour}}',
    },
    kept: {
      en: '{count, plural, =0 {No row left as it was} one {# row left as it was} other {# rows left as they were}}',
      fr: '{count, plural, =0 {Aucune ligne inchangée} one {# ligne inchangée} other {# lignes inchangées}}',
    },
    refused: {
      en: '{count, plural, one {# row refused} other {# rows refused}}',
      fr: '{count, plural, one {# ligne refusée} other {# lignes refusées}}',
    },
    refusedMore: {
      en: '{count, plural, one {and # more} other {and # more}}',
      fr: '{count, plural, one {et # autre} other {et # autres}}',
    },
    table: { en: 'Table', fr: 'Table' },
    row: { en: 'Row', fr: 'Ligne' },
    reason: { en: 'Reason', fr: 'Raison' },
    interrupted: { en: 'The import stopped', fr: 'L’import s’est arrêté' },
    failed: {
      title: { en: 'Nothing was imported', fr: 'Rien n’a été importé' },
      stopped: {
        en: 'What was imported until then is kept. Import the same file again to complete it.',
        fr: 'Ce qui a été importé jusque-là est conservé. Importez à nouveau le même fichier pour terminer.',
      },
      unreadable: {
        en: 'The file could not be read. Check that it still exists and that you may open it.',
        fr: 'Le fichier n’a pas pu être lu. Vérifiez qu’il existe toujours et que vous pouvez l’ouvrir.',
      },
      'not-json': {
        en: 'This file is not JSON. Choose a file made by “Export”.',
        fr: 'Ce fichier n’est pas du JSON. Choisissez un fichier créé par « Exporter ».',
      },
      'not-backup': {
        en: 'This JSON file is no export of Vigie: no table was found in it.',
        fr: 'Ce fichier JSON n’est pas un export de Vigie : aucune table n’y a été trouvée.',
      },
      newer: {
        en: 'This export comes from a newer version of Vigie (format {version}). Update the extension, then import it.',
        fr: 'Cet export provient d’une version plus récente de Vigie (format {version}). Mettez l’extension à jour, puis importez-le.',
      },
    },
  },
} as const satisfies TextTree;

/**
 * Code of the application that everything else calls: assertions, request wrappers, formats. An error that surfaces there is its
 * caller's bug. Nothing in one occurrence proves that a frame is one, so the names decide that teams give to such files and functions, in
 * English and in French.
 */

/** Whole names of folders or files. */
const NAMES = new Set(
  (
    'util utils utility utilities helper helpers tool tools toolbox misc common shared assert asserts assertion assertions invariant invariants ' +
    'guard guards http https fetch fetcher ajax xhr request requests rest rpc api-client apiclient http-client httpclient logger loggers ' +
    'logging log logs errors exceptions error-handler errorhandler reporter format formats formatter formatters parse parser parsers ' +
    'precondition preconditions contract contracts ' +
    'outil outils utilitaire utilitaires commun communs commune communes partage partages aides garde gardes requete requetes journal ' +
    'journaux journalisation erreur erreurs formatage verification verifications controle controles'
  ).split(' '),
);

/** Parts of hyphenated names that suffice: `date-utils`, `string_helpers`. */
const PARTS = new Set(
  'util utils utilities helper helpers assert asserts assertion assertions invariant outils utilitaires'.split(' '),
);

/**
 * Functions that only pass on what their caller did wrong: assertions; readers of answers and request wrappers; timeouts and
 * retries; conversions of dates and amounts; loggers.
 */
const FUNCTIONS: readonly RegExp[] = [
  /^(?:assert|invariant|ensure|affirm|affirmer|exiger|exige|garantir|assurer|attester)(?:$|[A-Z_\d])/,
  /^(?:check|verify|expect|must|verifier|controler|precondition|requis|requise|fail|panic|echouer|imposer)(?:(?:Not|Non|Null|Nul|Arg|Param|Type|State|Value|Valeur|Defined|Defini|That|Que)\w*)?$/,
  /^(?:throw|raise|lever)(?:Error|Exception|If|Unless|Erreur|Si)?(?:$|[A-Z_\d])/,
  /^required?$|^require(?:Not|Non|Value|Param|Arg)[A-Z]?\w*$/,
  /^(?:fetch|get|post|put|patch|read|parse|load|lire|charger|obtenir|envoyer)_?(?:Json|JSON)$/,
  /^(?:api|http|rest|ajax)(?:Get|Post|Put|Patch|Delete|Fetch|Call|Request)?$|^(?:call|appeler|appel|fetch|request|query|requete)(?:Api|API|Url|Http)?$/,
  /^(?:handle|check|parse|read|traiter|verifier|lire|controler)_?(?:Response|Reponse|Status|Statut|Error|Erreur|Result|Resultat)s?$/,
  /^(?:then|catch|finally)$|With(?:Retry|Retries|Timeout|Delay)$|Avec(?:Delai|Reprise|Reessai)$/,
  /^(?:with|avec)(?:Timeout|Retry|Retries|Delay|Delai|Reprise|Reessai)|^(?:retry|retries|reessayer|timeout)$/,
  /^(?:format|fmt|formater|formate)(?:$|[A-Z_]\w*)/,
  /^(?:to|from|as|en|vers|parse|lire|read|iso|date|short|long)_?(?:Iso|ISO|Date|Time|Heure|Day|Jour|Money|Euros?|Montant|Currency|Amount|Number|Nombre)(?:$|[A-Z_]\w*)/,
  /^(?:iso8601|isoDate|dateIso|toIso)$/i,
  /^(?:log|trace|debug|warn|report|signaler|journaliser|tracer|consigner|horodater)(?:Error|Erreur|Warning|Message)?$|^capture(?:Exception|Error|Message)$/,
];

function plain(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

export function isHelperFile(folders: readonly string[], stem: string): boolean {
  const file = plain(stem);
  return (
    folders.some((folder) => NAMES.has(plain(folder))) ||
    NAMES.has(file) ||
    file.split(/[-_.]/).some((part) => PARTS.has(part)) ||
    /[a-z](?:Utils?|Helpers?)$/.test(stem)
  );
}

/** @param name the function's own name, see `functionName`. */
export function isHelperFunction(name: string): boolean {
  return FUNCTIONS.some((pattern) => pattern.test(name));
}

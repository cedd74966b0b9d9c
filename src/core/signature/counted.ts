/** Words that end like a plural and are none: the group of words that a number counts ends before them. */
const NO_PLURAL =
  /^(?:dans|sans|sous|vers|hors|chez|puis|mais|deux|plus|moins|jamais|depuis|apr[eè]s|lors|fois|this|less|across|always|perhaps|minus|versus)$/;

/** What a verb says of many, and of one. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['sont', 'est'],
  ['ont', 'a'],
  ['étaient', 'était'],
  ['manquent', 'manque'],
  ['restent', 'reste'],
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
]);

/** The words behind a masked number: what it counts, in French with its adjectives, and the verb. */
const COUNTED = /(?<=(?<!\S)\* )\p{Ll}[\p{L}’'-]*(?: \p{Ll}[\p{L}’'-]*){0,4}/gu;

/** Short words that may stand among what is counted, and are the same for one. */
const AMONG = /^(?:est|a|is|was|has|does|non|pas|not)$/;

function ofOne(word: string): string {
  if (AMONG.test(word)) return word;
  return VERBS.get(word) ?? word.replace(/(?<=x|ch|sh|ss)es$|(?<!s|qui|pri|[^a]mi|vi|oli)s$|(?<=[ae]u)x$/, '');
}

/** Articles, prepositions, auxiliary verbs of one: what comes behind them is not counted. */
function endsGroup(word: string): boolean {
  return !VERBS.has(word) && (NO_PLURAL.test(word) || (word.length <= 3 && !AMONG.test(word)));
}

/**
 * A text that says the same of one and of many: `* pièces manquantes` → `* pièce manquante`. Only what directly follows a masked number
 * is touched, up to the first word that cannot be counted.
 */
export function countedAsOne(text: string): string {
  return text.replace(COUNTED, (found) => {
    const words = found.split(' ');
    const end = words.findIndex(endsGroup);
    const group = end < 0 ? words : words.slice(0, end);
    return [...group.map(ofOne), ...words.slice(group.length)].join(' ');
  });
}

/** What stands in quotes is a value (`traveller "Marie" not found`) unless the words around it say that it is a name. */

const QUOTED =
  /"([^"\n]{0,300})"|“([^”\n]{0,300})”|«\s?([^»\n]{0,300}?)\s?»|`([^`\n]{0,300})`|‘([^’\n]{0,300})’|(?<![\p{L}\p{N}])'([^'\n]{0,300})'(?![\p{L}\p{N}])/gu;

const NAMING =
  'column|table|relation|function|procedure|property|properties|prop|field|key|constraint|attribute|module|export|method|class|component|element|directive|' +
  'role|schema|index|sequence|policy|trigger|view|parameter|argument|param|option|event|hook|store|route|plugin|service|provider|variable|identifier|' +
  'symbol|selector|tag|header|database|bucket|package|chunk|resource|job|queue|topic|setting|flag|feature|extension|operator|type|slot|' +
  'colonne|champ|fonction|propri[ée]t[ée]|attribut|composant|m[ée]thode|classe|contrainte|param[èe]tre|variable|balise|cl[ée]|vue|sch[ée]ma|r[ôo]le|fichier|entit[ée]';

const NAME_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${NAMING}|named|called|nomm[ée]e?|appel[ée]e?)s?(?: of| de)? ?$`,
  'iu',
);
const NAME_AFTER = new RegExp(
  `^ (?:${NAMING})s?(?![\\p{L}])|^ (?:is not defined|is not a function|is required|does not exist|of ['"\`«])`,
  'iu',
);

/** camelCase, snake_case, PascalCase with two humps, dotted names, private names: what programs call things. */
const IDENTIFIER =
  /^[$_#@]?(?:[a-z]+[a-z\d]*(?:[A-Z][a-z\d]*)+|[a-z\d]+(?:_[a-z\d]+)+|(?:[A-Z][a-z]+\d*){2,}|[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+|[A-Z]{2,}(?:_[A-Z\d]+)*)$/;

function isName(inner: string, before: string, after: string): boolean {
  if (inner.length > 80 || /[@\s]/.test(inner) || /\d{3,}/.test(inner) || !/^[\p{L}_$#.@]/u.test(inner)) return false;
  if (/:\s*$/.test(before)) return false;
  return NAME_BEFORE.test(before) || NAME_AFTER.test(after) || IDENTIFIER.test(inner) || before.endsWith(' of ');
}

/** Masks quoted values; the quotes of names become plain ones. Names are handed to `keep`, which may hide them from later masks. */
export function maskQuoted(text: string, keep: (name: string) => string): string {
  return text.replace(QUOTED, (whole: string, ...found: (string | number)[]) => {
    const offset = found.findLast((part): part is number => typeof part === 'number') ?? 0;
    const inner = found.slice(0, 6).find((part) => typeof part === 'string') ?? '';
    const before = text.slice(Math.max(0, offset - 40), offset);
    const after = text.slice(offset + whole.length, offset + whole.length + 40);
    return isName(inner, before, after) ? `'${keep(inner)}'` : '*';
  });
}

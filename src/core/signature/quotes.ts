import { isIdentifier } from '../stack/random-text.ts';

/** What stands in quotes is a value (`traveller "Marie" not found`) unless the words around it say that it is a name. */

const QUOTED =
  /"([^"\n]{0,300})"|“([^”\n]{0,300})”|«\s?([^»\n]{0,300}?)\s?»|`([^`\n]{0,300})`|‘([^’\n]{0,300})’|(?<![\p{L}\p{N}])'([^'\n]{0,300})'(?![\p{L}\p{N}])/gu;

/** Nouns of programs: what they name is written in the source. */
const CODE_NOUNS =
  'function|procedure|property|properties|prop|module|export|import|method|class|component|directive|constructor|interface|attribute|hook|store|action|mutation|' +
  'getter|plugin|provider|variable|identifier|symbol|package|export named|operator|' +
  'fonction|propri[ée]t[ée]|composant|m[ée]thode|classe|variable|attribut';

/** Nouns of databases: names in a database's own message, values elsewhere (`column "price" missing from the sheet`). */
const SCHEMA_NOUNS =
  'column|table|relation|constraint|key|field|type|schema|index|sequence|policy|trigger|view|role|database|parameter|argument|resource|bucket|enum|input|query|node';

/** How databases and their interfaces speak: PostgreSQL, PostgREST, MySQL, SQLite, GraphQL. */
const SCHEMA_TEXT =
  /does(?: not|n't) exist|\bviolates\b|schema cache|of relation|permission denied for|already exists|duplicate key|null value in column|row-level security|is ambiguous|GROUP BY|Unknown column|no such (?:table|column)|Cannot query field|Unknown (?:type|argument)|of required type|foreign key constraint|still referenced/;

/** Is a text a database's own message? */
export function isSchemaText(text: string): boolean {
  return SCHEMA_TEXT.test(text);
}

function nounBefore(nouns: string): RegExp {
  return new RegExp(`(?:^|[^\\p{L}])(?:${nouns})s?(?: named| called| nomm[ée]e?)? ?$`, 'iu');
}

function nounAfter(nouns: string): RegExp {
  return new RegExp(`^ (?:${nouns})s?(?![\\p{L}])`, 'iu');
}

const CODE_BEFORE = nounBefore(CODE_NOUNS);
const CODE_AFTER = nounAfter(CODE_NOUNS);
const SCHEMA_BEFORE = nounBefore(SCHEMA_NOUNS);
const SCHEMA_AFTER = nounAfter(SCHEMA_NOUNS);

/** camelCase, snake_case, PascalCase with two humps, dotted names, private names: what programs call things. */
const IDENTIFIER =
  /^[$_#@]?(?:[a-z]+[a-z\d]*(?:[A-Z][a-z\d]*)+|[a-z\d]+(?:_[a-z\d]+)+|(?:[A-Z][a-z]+\d*){2,}|[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+|[A-Z]{2,}(?:_[A-Z\d]+)*)$/;

interface Context {
  before: string;
  after: string;
  /** Whether the whole text is a database's. */
  schema: boolean;
}

function isName(inner: string, { before, after, schema }: Context): boolean {
  if (!isIdentifier(inner) || /:\s*$/.test(before)) return false;
  if (IDENTIFIER.test(inner) || CODE_BEFORE.test(before) || CODE_AFTER.test(after)) return true;
  return schema && (SCHEMA_BEFORE.test(before) || SCHEMA_AFTER.test(after) || before.endsWith(' of '));
}

/** Masks quoted values; the quotes of names become plain ones. Names are handed to `keep`, which may hide them from later masks. */
export function maskQuoted(text: string, keep: (name: string) => string): string {
  const schema = isSchemaText(text);
  return text.replace(QUOTED, (whole: string, ...found: (string | number)[]) => {
    const offset = found.findLast((part): part is number => typeof part === 'number') ?? 0;
    const inner = found.slice(0, 6).find((part) => typeof part === 'string') ?? '';
    const before = text.slice(Math.max(0, offset - 40), offset);
    const after = text.slice(offset + whole.length, offset + whole.length + 40);
    return isName(inner, { before, after, schema }) ? `'${keep(inner)}'` : '*';
  });
}

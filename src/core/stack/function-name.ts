/** SpiderMonkey: `outer/inner` for nested functions, a trailing `<` for a function without a name of its own; V8: `Type.method`. */
const NO_NAME = /^(?:<anonymous>|anonymous|eval|global code|module code|eval code|<computed>|\(.*\)|)$/;

/** V8 calls a function without a name by the property that holds it; names like these are a minifier's, and no other engine tells them. */
const HOLDING_PROPERTY = /^Object\.[_$]+[a-z]?$/i;

/**
 * The function's own name, the same in every engine: `Module.load`, `Object.load`, `setup/load` → `load`; '' for a function
 * without a name (`HTMLButtonElement.<anonymous>`, `setup/rate<`).
 */
export function functionName(raw: string): string {
  if (raw.endsWith('<') || raw.endsWith(']') || NO_NAME.test(raw) || HOLDING_PROPERTY.test(raw)) return '';
  const last = raw.slice(Math.max(raw.lastIndexOf('.'), raw.lastIndexOf('/'), raw.lastIndexOf(' ')) + 1);
  return NO_NAME.test(last) ? '' : last;
}

/** Names that a minifier gives: they change with every build. */
export function isMinifiedName(name: string): boolean {
  return name.length <= 2;
}

/** The part of JSON schema that browsers know for policies. */
export interface Schema {
  type: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** Keys and values that a schema does not know, by their paths: browsers drop them without a word. */
export function strangers(schema: Schema | undefined, value: unknown, path = ''): string[] {
  if (schema === undefined || schema.type !== typeName(value)) return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => strangers(schema.items, item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strangers(schema.properties?.[key], inner, `${path}.${key}`));
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** The values of each key of a registry file, as the browser is handed them. */
export function readRegistry(text: string): Record<string, Record<string, unknown>> {
  const [head = '', ...parts] = text.split(/^\[/m);
  if (!head.startsWith('Windows Registry Editor Version 5.00')) throw new Error('no file of the registry');
  return Object.fromEntries(parts.map(readKey));
}

function readKey(part: string): [string, Record<string, unknown>] {
  const [line = '', ...lines] = part.trim().split('\n');
  const values = lines.map((one) => {
    const [, name = '', value = ''] = /^"([^"]+)"=(.*)$/.exec(one) ?? [];
    if (name === '') throw new Error(`no value of a key: ${one}`);
    const number = /^dword:([\da-f]{8})$/.exec(value)?.[1];
    return [name, number === undefined ? unquoted(value) : parseInt(number, 16)];
  });
  return [line.replace(/\]$/, ''), Object.fromEntries(values)];
}

function unquoted(text: string): string {
  const inner = /^"((?:[^"\\]|\\["\\])*)"$/.exec(text)?.[1];
  if (inner === undefined) throw new Error(`no text of the registry: ${text}`);
  return inner.replaceAll(/\\(["\\])/g, '$1');
}

/** The value of a property list. */
export function readPlist(text: string): unknown {
  const page = new DOMParser().parseFromString(text.replace(/^<[?!].*$/gm, '').trim(), 'text/xml');
  const [value] = page.documentElement.children;
  if (page.documentElement.localName !== 'plist' || value === undefined) throw new Error('no property list');
  return readElement(value);
}

function readElement(element: Element): unknown {
  const inner = [...element.children];
  switch (element.localName) {
    case 'string':
      return element.textContent;
    case 'integer':
      return Number(element.textContent);
    case 'true':
    case 'false':
      return element.localName === 'true';
    case 'array':
      return inner.map(readElement);
    case 'dict':
      return Object.fromEntries(readEntries(inner));
    default:
      throw new Error(`no element of a property list: ${element.localName}`);
  }
}

function readEntries(elements: Element[]): [string, unknown][] {
  return elements.flatMap((element, index): [string, unknown][] => {
    const value = elements[index + 1];
    if (index % 2 === 1 || value === undefined) return [];
    if (element.localName !== 'key') throw new Error('a value without a key');
    return [[element.textContent ?? '', readElement(value)]];
  });
}

import { indexOf, slice, toLowerCase } from './natives.ts';
import { attribute, nodeName, nodeType, parentNode } from './natives-dom.ts';

const ELEMENT = 1;
const ANCESTORS = 3;
const CLASSES = 3;
const NAME_LENGTH = 60;

/**
 * A node as a short CSS-like selector, `form#booking > button.primary`: tag, id or classes, up to three ancestors and never past
 * one that has an id. No text, no values: they may be what somebody typed. Throws when `node` is no node.
 */
export function selectorOf(node: object): string {
  let text = step(node);
  let current = parentNode(node);
  for (let depth = 1; depth < ANCESTORS && current && indexOf(text, '#') < 0; depth++) {
    if (nodeType(current) !== ELEMENT) break;
    text = step(current) + ' > ' + text;
    current = parentNode(current);
  }
  return text;
}

function step(node: object): string {
  const name = toLowerCase(nodeName(node) ?? '');
  if (nodeType(node) !== ELEMENT) return name;
  const id = attribute(node as Element, 'id');
  if (id) return name + '#' + slice(id, 0, NAME_LENGTH);
  return name + classes(attribute(node as Element, 'class') ?? '');
}

function classes(list: string): string {
  let text = '';
  let rest = list;
  for (let count = 0; rest && count < CLASSES;) {
    const space = indexOf(rest, ' ');
    const name = space < 0 ? rest : slice(rest, 0, space);
    rest = space < 0 ? '' : slice(rest, space + 1);
    if (!name) continue;
    text += '.' + slice(name, 0, NAME_LENGTH);
    count++;
  }
  return text;
}

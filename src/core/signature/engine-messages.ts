import { ACCESS_FAMILIES } from './engine-access.ts';
import type { Family } from './engine-family.ts';
import { PLATFORM_FAMILIES } from './engine-platform.ts';
import { STRUCTURE_FAMILIES } from './engine-structure.ts';
import { VALUE_FAMILIES } from './engine-values.ts';
import { isIdentifier } from '../stack/random-text.ts';

export interface EngineText {
  /** The message, with the name that it is about only where that name is all it says. */
  text: string;
  /** The property that was accessed, where the text leaves it out; '' when there is none, or when not every engine tells. */
  about: string;
  /** A built-in function was given a bad value: the fault may be the caller's. */
  given: boolean;
  /** How many columns farther right V8 sees the failure: SpiderMonkey counts to where the code begins that gave undefined. */
  ahead: number;
}

const GROUPS: readonly { families: readonly Family[]; given: boolean }[] = [
  { families: VALUE_FAMILIES, given: true },
  { families: PLATFORM_FAMILIES, given: false },
  { families: STRUCTURE_FAMILIES, given: false },
  // Last: it takes any text that ends in "is undefined" or "is not a function".
  { families: ACCESS_FAMILIES, given: false },
];

function fill(family: Family, found: RegExpExecArray, name: string): Omit<EngineText, 'given'> {
  const named = found.groups?.['about'] ?? '';
  // Keys of data end up here as well: an e-mail address, an id.
  const about = named === '' || isIdentifier(named) ? named : '*';
  const text = family.text
    .replace('$name', name)
    .replace('$what', found.groups?.['what'] ?? '')
    .replace('$about', about === '' ? '(…)' : about);
  const read = found.groups?.['read'] ?? '';
  return { text, about: family.text.includes('$what') ? about : '', ahead: read === '' ? 0 : read.length + 1 };
}

function firstFit(families: readonly Family[], message: string, name: string): Omit<EngineText, 'given'> | null {
  for (const family of families) {
    if (family.names && !family.names.test(name)) continue;
    for (const pattern of family.patterns) {
      const found = pattern.exec(message);
      if (found) return fill(family, found, name);
    }
  }
  return null;
}

/** The family of an engine's own message, or null when people wrote the text. */
export function engineText(message: string, name: string): EngineText | null {
  for (const { families, given } of GROUPS) {
    const fit = firstFit(families, message, name);
    if (fit) return { ...fit, given };
  }
  return null;
}

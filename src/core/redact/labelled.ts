import { keyedValues } from './keyed.ts';
import { isSecretValue } from './key-values.ts';
import { nextKey, type KeyHit } from './key-words.ts';
import { looksChosen } from './random.ts';

const PLACEHOLDER = /%[sdifoOc]/g;
/** How far back a name is looked for. */
const LONGEST_LABEL = 100;
/** What a value looks like shows in its beginning. */
const JUDGED = 500;

/**
 * Places of the arguments whose secret is told by what stands before them: `console.error('password', 'hunter2')`, or a format,
 * `console.error('password is %s', 'hunter2')`. Joined to one message they could read like prose, and alone they tell nothing.
 */
export function labelledSecrets(values: readonly string[]): number[] {
  const formats = placeholderLabels(values);
  return values.flatMap((value, index) => {
    if (index === 0) return [];
    const label = formats[index - 1] ?? `${values[index - 1] ?? ''} `;
    return isNamedBy(label.slice(-LONGEST_LABEL), value.slice(0, JUDGED)) ? [index] : [];
  });
}

function isNamedBy(label: string, value: string): boolean {
  const key = keyAtEnd(label);
  const joint = label.trimEnd().endsWith('=') ? 'assigned' : 'colon';
  if (key) return isSecretValue(key.class === 'token' ? firstWord(value) : value, key, joint);
  return keyedValues(label + value).some(({ start, end }) => Math.abs(start - label.length) <= 1 && end > label.length);
}

/** The name that a label is ("password", "x-api-key:") or ends in, if a colon or an equals sign follows ("wrong password: "). */
function keyAtEnd(label: string): KeyHit | null {
  const text = label.trimEnd();
  const name = text.replace(/\s?[:=]$/, '').replace(/^["'`]|["'`]$/g, '');
  let key = nextKey(name, 0);
  for (let next = key; next; next = nextKey(name, next.end)) key = next;
  if (!key || key.end !== name.length) return null;
  return /[:=]$/.test(text) || /^[\w.-]*$/.test(name.slice(0, key.start)) ? key : null;
}

/** A token has no spaces; an error that stands beside the word "token" has. */
function firstWord(value: string): string {
  const word = value.split(/\s/u, 1)[0] ?? '';
  return word === value || looksChosen(word) ? word : '';
}

/** What a format says before each of its placeholders. */
function placeholderLabels([format = '', ...rest]: readonly string[]): string[] {
  const labels: string[] = [];
  let before = '';
  let from = 0;
  for (const match of format.slice(0, 2_000).matchAll(PLACEHOLDER)) {
    before += format.slice(from, match.index);
    labels.push(before);
    before = (before + (rest[labels.length - 1] ?? '').slice(0, LONGEST_LABEL)).slice(-2 * LONGEST_LABEL);
    from = match.index + match[0].length;
  }
  return labels;
}

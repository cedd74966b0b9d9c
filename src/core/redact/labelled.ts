import { keyedValues } from './keyed.ts';
import { nextKey } from './key-words.ts';

const PLACEHOLDER = /%[sdifoOc]/g;
/** How far back a name is looked for. */
const LONGEST_LABEL = 100;

/**
 * Places of the arguments whose secret is told by what stands before them: `console.error('password', 'hunter2')`, or a format,
 * `console.error('password is %s', 'hunter2')`. Joined to one message they could read like prose, and alone they tell nothing.
 */
export function labelledSecrets(values: readonly string[]): number[] {
  const formats = placeholderLabels(values);
  return values.flatMap((value, index) => {
    if (index === 0) return [];
    const label = formats[index - 1] ?? argumentLabel(values[index - 1] ?? '');
    return isNamedBy(label, value) ? [index] : [];
  });
}

function isNamedBy(label: string, value: string): boolean {
  if (label === '') return false;
  const start = Math.min(label.length, LONGEST_LABEL);
  const text = label.slice(-LONGEST_LABEL) + value.slice(0, 500);
  return keyedValues(text).some((span) => span.start >= start - 1 && span.start <= start + 1 && span.end > start);
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

/** An argument that is a name and nothing else ("password", "x-api-key:"), or a text that ends in one ("wrong password:"), as `name=`. */
function argumentLabel(argument: string): string {
  const text = argument.slice(-LONGEST_LABEL).trimEnd();
  const name = text.replace(/\s?[:=]$/, '').replace(/^["'`]|["'`]$/g, '');
  let key = nextKey(name, 0);
  for (let next = key; next; next = nextKey(name, next.end)) key = next;
  if (!key || key.end !== name.length) return '';
  const isNameOnly = argument.length <= LONGEST_LABEL && /^[\w.-]*$/.test(name.slice(0, key.start));
  if (isNameOnly) return `${name}${key.class === 'token' ? ': ' : '='}`;
  return /[:=]$/.test(text) ? `${text} ` : '';
}

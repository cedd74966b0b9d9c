import { isSecretValue } from './key-values.ts';
import { nextKey } from './key-words.ts';

/**
 * Places of the arguments whose secret is told by the argument before: `console.error('password', 'hunter2')`. Joined to one message
 * ("password hunter2") they would read like prose.
 */
export function labelledSecrets(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (isLabelled(values[index - 1], value) ? [index] : []));
}

function isLabelled(label: string | undefined, value: string): boolean {
  if (label === undefined || label.length > 80) return false;
  const name = label
    .trim()
    .replace(/\s?[:=]$/, '')
    .replace(/^["'`]|["'`]$/g, '');
  const key = nextKey(name, 0);
  if (!key || key.end !== name.length || !/^[\w.-]*$/.test(name.slice(0, key.start))) return false;
  const joint = key.class === 'token' ? 'colon' : 'assigned';
  return isSecretValue(value.slice(0, 512), key, joint);
}

import { useState } from 'preact/hooks';

/** What was typed and not sent off yet, by name, as JSON. In memory only: it may be about a client. */
const kept = new Map<string, string>();

/**
 * The fields of a form that survive its closing: a dialog left by mistake, a look at another screen. `forget` them once they are sent.
 *
 * @param name tells forms apart; it names the row that the form is about. @param empty the fields in the beginning.
 */
export function useKept<Fields extends object>(
  name: string,
  empty: Fields,
): [Fields, (part: Partial<Fields>) => void, () => void] {
  const [fields, setFields] = useState<Fields>(() => ({ ...empty, ...parsed(kept.get(name)) }));
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part };
    kept.set(name, JSON.stringify(next));
    setFields(next);
  };
  const forget = () => {
    kept.delete(name);
    setFields(empty);
  };
  return [fields, change, forget];
}

/** The same for a form of one field. */
export function useKeptText(name: string, empty = ''): [string, (text: string) => void, () => void] {
  const [{ text }, change, forget] = useKept(name, { text: empty });
  return [text, (next) => change({ text: next }), forget];
}

function parsed(json: string | undefined): object {
  const value: unknown = JSON.parse(json ?? '{}');
  return typeof value === 'object' && value !== null ? value : {};
}

import { useCallback } from 'preact/hooks';
import { navigate, useHashLocation } from 'wouter-preact/use-hash-location';

/*
 * Addresses within the dashboard look like `#/monitoring?q=cart`: the query stands inside the hash, so that it belongs to its screen
 * and a link to another one leaves it behind.
 */

/** The path of the hash, for the router. */
export function useHashPath(): [string, typeof navigate] {
  const [location] = useHashLocation();
  return [location.split('?')[0] ?? '/', navigate];
}

type QueryChange = (changes: Record<string, string>) => void;

/** The query of the hash, and a way to change parts of it in place; an empty value takes its part away. */
export function useHashQuery(): [URLSearchParams, QueryChange] {
  const [location] = useHashLocation();
  const [path = '/', text = ''] = location.split('?');
  const change = useCallback<QueryChange>(
    (changes) => {
      const next = new URLSearchParams(text);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      replaceHash(`#${path}${query === '' ? '' : `?${query}`}`);
    },
    [path, text],
  );
  return [new URLSearchParams(text), change];
}

/** `replaceState` is silent; the router listens to `hashchange`. */
function replaceHash(hash: string): void {
  history.replaceState(history.state, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

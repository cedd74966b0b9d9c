import { MAX_URL, type SeenResource } from './wire.ts';

/** Where elements have the address that they load; of SVG elements `href` is an object. */
interface Loading {
  currentSrc?: string;
  src?: string;
  data?: string;
  href?: string | { baseVal: string };
}

/**
 * A script, style, image or the like that could not be loaded: a plain `error` event of an element, which window sees in the
 * capture phase. Seen in the isolated world, where the page can neither forge nor stop it. Null for other events.
 */
export function readResource({ target, isTrusted }: Event): SeenResource | null {
  if (!(target instanceof Element) || !isTrusted) return null;
  const { currentSrc, src, data, href = '' }: Element & Loading = target;
  const address = currentSrc || src || data || (typeof href === 'string' ? href : href.baseVal);
  return {
    kind: 'resource_error',
    element: target.localName,
    address: address.slice(0, MAX_URL),
    base: document.baseURI,
  };
}

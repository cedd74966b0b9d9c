import { LIMITS } from '../relay/wire.ts';
import { attempt } from './guard.ts';
import { indexOf, slice } from './natives.ts';
import { NativeURL, addressText, attribute, baseAddress, imageSource, mediaSource } from './natives-dom.ts';
import { clip } from './text.ts';

/** `address` made absolute against `base`, without its fragment; as it is where that fails. */
export function absolute(address: string, base: string): string {
  const full = attempt((text) => addressText(new NativeURL(text, base)) ?? text, address, address);
  return clip(shortData(withoutFragment(full)), LIMITS.url);
}

/** The address against which the page's relative ones count at this moment. */
export function currentBase(): string {
  return baseAddress(document) ?? '';
}

function withoutFragment(address: string): string {
  const hash = indexOf(address, '#');
  return hash < 0 ? address : slice(address, 0, hash);
}

/** A `data:` address is its own content, possibly megabytes of it: only its type is kept. */
function shortData(address: string): string {
  if (indexOf(address, 'data:') !== 0) return address;
  const comma = indexOf(address, ',');
  return comma < 0 ? address : slice(address, 0, comma) + ',…';
}

/** The address that an element loads, '' if it has none. */
export function addressOfElement(element: Element): string {
  const current = attempt(imageSource, element, '') || attempt(mediaSource, element, '');
  const raw = current || attribute(element, 'src') || attribute(element, 'href') || attribute(element, 'data') || '';
  return raw && absolute(raw, currentBase());
}

import { LIMITS } from '../../relay/wire.ts';
import type { Sender } from '../../messages/sender.ts';
import { cleanText } from './record.ts';

/** Where a batch comes from, in the browser's words only. */
export interface FrameFacts {
  tab: number;
  frame_id: number;
  /** Address of the page (frame), with query and fragment. */
  url: string;
  /** Scheme, host and port that the frame belongs to. */
  origin: string;
  /** Address of the tab's top page; '' when the frame is the top page or the address is not ours to see. */
  top_url: string;
  /** Origin of the tab's top page; '' when it is not ours to see. */
  top_origin: string;
}

/**
 * Reads the frame from the sender. Frames without an address of their own (about:blank, srcdoc, data, blob) belong to the origin
 * that made them; opaque ones (sandboxed, data) to the tab they are in. Null when not even that is a web page.
 */
export function frameOf(sender: Sender): FrameFacts | null {
  const tab = sender.tab?.id;
  if (tab === undefined) return null;
  const top = webOrigin(sender.tab?.url) === null ? '' : (sender.tab?.url ?? '');
  const place = placeOf(sender, top);
  if (place === null) return null;
  const frame_id = sender.frameId ?? 0;
  return {
    tab,
    frame_id,
    url: cleanText(place.url, LIMITS.url),
    origin: place.origin,
    top_url: frame_id === 0 ? '' : cleanText(top, LIMITS.url),
    top_origin: frame_id === 0 ? place.origin : (webOrigin(top) ?? ''),
  };
}

function placeOf(sender: Sender, top: string): { url: string; origin: string } | null {
  const own = webOrigin(sender.url);
  if (own !== null && sender.url !== undefined && !sender.url.startsWith('blob:'))
    return { url: sender.url, origin: own };
  const origin = webOrigin(sender.origin) ?? own ?? webOrigin(top);
  if (origin === null) return null;
  return { url: webOrigin(top) === origin ? top : `${origin}/`, origin };
}

/** The origin of an http(s) address, or of the page that made a blob address; null for all others. */
function webOrigin(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return origin.startsWith('http://') || origin.startsWith('https://') ? origin : null;
}

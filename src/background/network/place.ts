import { LIMITS } from '../../relay/wire.ts';
import { frameOf, type FrameFacts } from '../ingest/frame.ts';
import { cleanText } from '../ingest/record.ts';
import { type FailedRequest, isNavigation } from './failed-request.ts';

/** What a tab shows; '' where it is not ours to see. */
export interface TabFacts {
  url: string;
  title: string;
}

/** The page that asked for a request, by the same rules as for what a page's relay sends. */
export interface Place {
  frame: FrameFacts;
  title: string;
}

/**
 * Null when it was no web page. A page that could not be loaded itself is the page of its own failure. Chromium tells only the origin of
 * what asked: then it is the tab's page if that is the top frame's and of the same origin, else no more than the origin.
 */
export function placeOf(request: FailedRequest, tab: TabFacts | null): Place | null {
  if (request.tab === -1) return workerPlace(request);
  const url = isNavigation(request) ? (request.urls.at(-1) ?? '') : documentOf(request, tab);
  const frame = frameOf({
    tab: { id: request.tab, url: request.type === 'main_frame' ? url : tab?.url },
    frameId: request.frame,
    url,
    origin: isNavigation(request) ? undefined : request.initiator,
  });
  if (frame === null) return null;
  const shown = frame.frame_id === 0 && !isNavigation(request) && frame.url === tab?.url;
  return { frame, title: shown ? cleanText(tab.title, LIMITS.title) : '' };
}

/** Firefox names a dedicated worker's script as its document: in the top frame the tab's page goes before. */
function documentOf({ documentUrl, initiator, frame }: FailedRequest, tab: TabFacts | null): string {
  const top = tab?.url ?? '';
  const origin = documentUrl === '' ? initiator : originOf(documentUrl);
  if (frame === 0 && (origin === '' || origin === 'null' || originOf(top) === origin)) return top;
  if (documentUrl !== '') return documentUrl;
  return originOf(initiator) === '' ? '' : `${initiator}/`;
}

/** A service worker, or one shared by pages. */
function workerPlace({ initiator, documentUrl }: FailedRequest): Place | null {
  const origin = originOf(initiator) || originOf(documentUrl);
  if (!/^https?:/.test(origin)) return null;
  const frame = { tab: -1, frame_id: 0, url: `${origin}/`, origin, top_url: '', top_origin: origin };
  return { frame, title: '' };
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

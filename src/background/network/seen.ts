import { projectOf } from '../../core/project.ts';
import type { SiteRow } from '../../core/rows.ts';
import { siteState, wantsWitness } from '../../core/site.ts';
import type { Sender } from '../../messages/sender.ts';
import type { SeenRequest } from '../../storage/pending-requests.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import type { PageFacts } from '../account/page-facts.ts';
import type { BrowserFacts } from '../ingest/browser-facts.ts';
import type { CaptureContext } from '../ingest/context.ts';
import { derive } from '../ingest/derive.ts';
import { frameOf, type FrameFacts } from '../ingest/frame.ts';
import { isGranted } from '../../core/grants.ts';
import { causeOf } from './causes.ts';
import { tagOf, type FailedRequest } from './failed-request.ts';
import { observedRecord } from './observed-record.ts';
import type { Place } from './place.ts';
import { requestKey, UNNAMED_KEY } from './request-key.ts';

/** Reason under which requests are counted that something on this machine forbade. */
const BLOCKED = 'blocked-by-client';

/**
 * How much longer than for other failures a page is waited for that is sure to tell: of an import, whose rejection may still be handled for
 * a second, and of a request that a script made, since what the page met (an answer that CORS hid) can be another kind of error than what
 * the browser saw. A page that is busy is late.
 */
const TOLD_LATE_MS = 2_000;
const TOLD_LATE: ReadonlySet<string> = new Set(['script', 'xmlhttprequest']);

/** Elements that load nothing outside of a document, which an image may, and so always tell it. */
const SPEAKING: ReadonlySet<string> = new Set(['script', 'stylesheet']);

/** What the browser takes out: by that reason, or by a rule of the ignore list. */
export function takenOut(id: string, aside: string, count: number): SetAside {
  return { id, why: aside === BLOCKED ? 'refused' : 'ignored', key: aside, count };
}

/** What a failed request is judged by. */
export interface Judging {
  place: Place;
  context: CaptureContext;
  browser: BrowserFacts;
  /** What the site's rules read in the tab's page. */
  page: PageFacts;
  /** Milliseconds since 1970. */
  now: number;
  id: string;
}

/** The site's project when its requests are watched, else null. `now` is ISO 8601. */
export function watchedProject(frame: FrameFacts, { granted, sites }: CaptureContext, now: string) {
  if (!isGranted(frame.origin, granted)) return null;
  const project = projectOf(frame.url, sites, now);
  return wantsWitness(project.site) && siteState(project.site, now) === 'watched' ? project : null;
}

/** Whether the browser is to be heard about the requests of the page that speaks. `now` is ISO 8601. */
export function isHeard(sender: Sender, context: CaptureContext, now: string): boolean {
  const frame = frameOf(sender);
  return frame !== null && watchedProject(frame, context, now) !== null;
}

/** What to write down of a failed request, redacted; null when its page is not watched. */
export function seenOf(
  request: FailedRequest,
  { place, context, browser, page, now, id }: Judging,
): SeenRequest | null {
  const { frame, title } = place;
  const project = watchedProject(frame, context, new Date(now).toISOString());
  if (project === null) return null;
  const derived = derive(observedRecord(request, id), {
    frame,
    title,
    site: project.site,
    page,
    browser,
    context,
    now,
  });
  const blocked = request.status === 0 && causeOf(browser.browser, request.error) === 'client' ? BLOCKED : '';
  const aside = 'ignoredBy' in derived ? derived.ignoredBy : blocked;
  const tab = frame.tab === -1 ? null : frame.tab;
  return {
    side: 'seen',
    id,
    element: tagOf(request.type) !== null,
    speaks: SPEAKING.has(request.type),
    keys: keysOf(request, project.site),
    document: request.document,
    tab: frame.tab,
    frame: frame.frame_id,
    origin: frame.origin,
    from: request.at,
    until: request.at,
    since: TOLD_LATE.has(request.type) && project.site.unobtrusive !== true ? now + TOLD_LATE_MS : now,
    left: 1,
    status: request.status,
    error: request.error,
    aside,
    item:
      aside === '' && 'row' in derived ? { row: derived.row, site: project.site, tab, origin: frame.top_origin } : null,
  };
}

/** A rejection is all that a page tells of an answer that broke off and, where `fetch` is left alone, of one that never came. */
function keysOf({ method, urls, type, status, begun }: FailedRequest, { unobtrusive }: SiteRow): string[] {
  const keys = new Set(urls.map((url) => requestKey(method, url)));
  if (type === 'xmlhttprequest' && status === 0 && (begun || unobtrusive === true)) keys.add(UNNAMED_KEY);
  return [...keys];
}

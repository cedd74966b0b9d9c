/** A request that the browser saw fail, in the browser's words. */
export interface FailedRequest {
  method: string;
  /** All addresses that it had, redirects last; never empty. */
  urls: string[];
  /** The browser's word for what wanted it, such as `image` or `xmlhttprequest`. */
  type: string;
  /** 0: no answer. */
  status: number;
  /** Text beside the status, or the browser's name for what went wrong. */
  error: string;
  /** It had begun to be answered. */
  begun: boolean;
  /** Milliseconds since 1970. */
  at: number;
  /** -1: no tab's, such as a service worker's. */
  tab: number;
  frame: number;
  /** Id of the document that asked; '' when the browser gives none. */
  document: string;
  /** Address of the document that asked, '' when the browser does not say. */
  documentUrl: string;
  /** Origin of what asked: serialised, "null" when opaque, '' when unknown. */
  initiator: string;
}

/** What pages are made of: its failure is a `resource_error`, named by the element that asks for it. */
const TAGS: Readonly<Record<string, string>> = {
  script: 'script',
  stylesheet: 'link',
  image: 'img',
  imageset: 'img',
  font: 'font',
  media: 'video',
  object: 'object',
  xslt: 'xslt',
};

/** The element that a request is for; null when it is one of data, or a page. */
export function tagOf(type: string): string | null {
  return TAGS[type] ?? null;
}

/** Whether the request is for a page itself, in a tab or in a frame. */
export function isNavigation({ type }: Pick<FailedRequest, 'type'>): boolean {
  return type === 'main_frame' || type === 'sub_frame';
}

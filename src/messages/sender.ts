/** What the browser says about the origin of a message; the part that is used. Pages cannot change any of it. */
export interface Sender {
  id?: string | undefined;
  /** Address of the frame, `about:blank` and the like included. */
  url?: string | undefined;
  /** Serialised origin of the frame, `null` when opaque. Missing in older Firefox. */
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
}

/** The extension's own id, and the address that its pages begin with, such as `chrome-extension://id/`. */
export interface Self {
  id: string;
  base: string;
}

/**
 * Who speaks: a relay in a page's frame, a page of the extension itself, or somebody else. A renderer that a hostile page has taken
 * over can send anything as a relay, but it can never become an own page: the browser fills `url` and `origin`.
 */
export function senderKind(sender: Sender, self: Self): 'relay' | 'own-page' | 'stranger' {
  if (sender.id !== self.id || typeof sender.url !== 'string') return 'stranger';
  const ownUrl = sender.url.startsWith(self.base);
  const ownOrigin = sender.origin === undefined ? ownUrl : `${sender.origin}/` === self.base;
  if (ownUrl && ownOrigin) return 'own-page';
  if (ownUrl || ownOrigin) return 'stranger';
  return typeof sender.tab?.id === 'number' && sender.tab.id >= 0 ? 'relay' : 'stranger';
}

import type { CapturedFacts } from '../occurrence.ts';
import type { IgnoreCheck } from './rules.ts';

/**
 * Code of an extension. `webkit-masked-url` is left out: Safari writes it for extensions and for the page's own code alike
 * (eval, Web Inspector), so it would hide real errors.
 */
const EXTENSION = /^(?:chrome|moz|ms-browser|safari-web|safari|edge)-extension:\/\//i;

/** What extensions say when one half of them is gone; such errors come without a single frame. */
const EXTENSION_TEXTS = [
  'receiving end does not exist',
  'extension context invalidated',
  'the message port closed before a response was received',
  'a listener indicated an asynchronous response by returning true, but the message channel closed',
  'message channel closed before a response was received',
  'could not establish connection',
  'attempting to use a disconnected port object',
  'cannot access contents of url',
  'the extensions gallery cannot be scripted',
  'the tab was closed',
  'no tab with id',
  'object not found matching id', // Microsoft Outlook's SafeLink crawler (CefSharp)
  'webpage_content_reporter',
] as const;

const CHECKS: Record<IgnoreCheck, (facts: CapturedFacts) => boolean> = {
  'extension-frame': isExtensionFrame,
  'extension-text': isExtensionText,
  'resize-observer': isResizeObserverLoop,
  favicon: isFavicon,
};

export function passesCheck(check: IgnoreCheck, facts: CapturedFacts): boolean {
  return CHECKS[check]?.(facts) ?? false;
}

/** Only the frame that threw counts: a page's own error that an extension's wrapper carries on is the page's. */
function isExtensionFrame(facts: CapturedFacts): boolean {
  const crashing = crashingAddress(facts.stack) ?? facts.source;
  return EXTENSION.test(crashing);
}

/** The address of the topmost frame that has one, of V8's, SpiderMonkey's or JavaScriptCore's text; null without frames. */
export function crashingAddress(stack: string): string | null {
  for (const line of stack.split('\n', 200)) {
    const frame =
      /^\s*at (?:.{0,500}\()?([a-z][a-z0-9+.-]{1,30}:\/\/\S{1,2000}?)(?::\d+){1,2}\)?\s*$/i.exec(line) ??
      /^[^\s]{0,500}?@([a-z][a-z0-9+.-]{1,30}:\/\/.{1,2000}?)(?::\d+){1,2}\s*$/i.exec(line);
    if (frame?.[1]) return frame[1];
  }
  return null;
}

function isExtensionText(facts: CapturedFacts): boolean {
  if (crashingAddress(facts.stack) !== null) return false;
  const message = facts.message.slice(0, 1_000).toLowerCase();
  return EXTENSION_TEXTS.some((text) => message.includes(text));
}

/** "loop limit exceeded" (older Chromium, Safari), "loop completed with undelivered notifications" (present engines). */
function isResizeObserverLoop({ message }: CapturedFacts): boolean {
  return /ResizeObserver loop (?:limit exceeded|completed with undelivered notifications)/i.test(message);
}

function isFavicon(facts: CapturedFacts): boolean {
  if (!['resource_error', 'http_error', 'network_error', 'console_error'].includes(facts.error_type)) return false;
  const addresses = [facts.http?.url ?? '', facts.source, facts.error_type === 'console_error' ? '' : facts.message];
  return addresses.some((address) =>
    /\/(?:favicon[^\s/?#]{0,80}|apple-touch-icon[^\s/?#]{0,80})\.(?:ico|png|svg|gif)(?:[?#\s]|$)/i.test(address),
  );
}

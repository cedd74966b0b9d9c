import type { CapturedFacts } from '../occurrence.ts';
import type { StackFrame } from '../stack/frame.ts';
import { originOf } from '../stack/origin.ts';
import { parseStack } from '../stack/parse.ts';
import type { IgnoreCheck } from './rules.ts';

const CHECKS: Record<IgnoreCheck, (facts: CapturedFacts) => boolean> = {
  'webpage-content-reporter': isContentReporter,
  'validation-status-column': (facts) => lacksColumn(facts.message, 'validation_status'),
  'monitoring-start-column': (facts) => lacksColumn(facts.message, 'monitoring_start'),
  'extension-frame': isExtensionFrame,
  'extension-text': isExtensionText,
  'resize-observer': isResizeObserverLoop,
  favicon: isFavicon,
};

export function passesCheck(check: IgnoreCheck, facts: CapturedFacts): boolean {
  return CHECKS[check](facts);
}

/** The guide's script of a Chrome extension: the browser names it as the source, or the page repeats its name. */
function isContentReporter({ message, source, stack }: CapturedFacts): boolean {
  return [message, source, scriptFrames(stack)[0]?.source ?? ''].some((text) =>
    text.includes('webpage_content_reporter'),
  );
}

/**
 * The guide's two columns, in the words of PostgREST ("Could not find the 'x' column of 't' in the schema cache"), of Postgres
 * ('column t.x does not exist', in English and in French) and of the guide ("x column not found").
 */
function lacksColumn(message: string, column: string): boolean {
  return (
    new RegExp(`(?<!\\w)${column}(?!\\w)`).test(message) &&
    /column|colonne/i.test(message) &&
    /not found|could not find|does not exist|n['’]existe pas|introuvable/i.test(message)
  );
}

/** What a stack of these kinds shows is a call, not a crash: extensions wrap console, fetch and XMLHttpRequest, and stand on top. */
const CALLS = new Set(['console_error', 'console_warn', 'http_error', 'network_error']);

/**
 * An extension's own error: the frame that crashed is its. One that only passes through an extension's wrapper below is the page's.
 * `webkit-masked-url`, which Safari writes for extensions and for code of the page alike, counts as the page's.
 */
function isExtensionFrame({ error_type, stack, source }: CapturedFacts): boolean {
  const frames = scriptFrames(stack);
  if (frames.length === 0) return isExtension({ ...NOWHERE, source });
  return CALLS.has(error_type) ? frames.every(isExtension) : frames.slice(0, 1).every(isExtension);
}

const NOWHERE: StackFrame = { name: '', source: '', line: 0, column: 0, link: 'call', code: 'script' };

function isExtension(frame: StackFrame): boolean {
  return originOf(frame) === 'extension';
}

/** The frames of a stack that have a script: `JSON.parse (<anonymous>)` on top of one is the browser's. */
function scriptFrames(stack: string): StackFrame[] {
  return parseStack(stack).filter((frame) => originOf(frame) !== 'native');
}

/** What one half of an extension says when the other is gone. Such errors come without a frame; the page's own errors have some. */
const EXTENSION_TEXTS = [
  'receiving end does not exist',
  'extension context invalidated',
  'message port closed before a response was received',
  'message channel closed before a response was received',
  'promised response from onmessage listener went out of scope',
  'attempting to use a disconnected port object',
  "can't access dead object",
  'runtime.lasterror',
  'no tab with id',
  // Crawlers of mail scanners open links in an embedded Chromium whose own bridge fails so.
  'object not found matching id:',
] as const;

function isExtensionText({ message, stack }: CapturedFacts): boolean {
  const text = message.slice(0, 1_000).toLowerCase();
  return EXTENSION_TEXTS.some((known) => text.includes(known)) && scriptFrames(stack).length === 0;
}

/** "loop limit exceeded" (older Chromium, Safari), "loop completed with undelivered notifications" (now): no rendering is lost. */
function isResizeObserverLoop({ message }: CapturedFacts): boolean {
  return /ResizeObserver loop (?:limit exceeded|completed with undelivered notifications)/i.test(message);
}

const FAVICON = /\/(?:favicon|apple-touch-icon)[\w.-]{0,80}\.(?:ico|png|svg|gif)(?=[?#\s]|$)/i;

/** Browsers ask for icons by themselves. A console message about one is somebody's work and stays. */
function isFavicon({ error_type, http, source, message }: CapturedFacts): boolean {
  // Firefox reports the icon that a page's policy forbids.
  if (error_type === 'resource_error' || error_type === 'csp_violation')
    return FAVICON.test(source) || FAVICON.test(message);
  return (error_type === 'http_error' || error_type === 'network_error') && FAVICON.test(http?.url ?? source);
}

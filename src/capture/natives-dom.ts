/** The page's DOM built-ins, taken first like those of natives.ts. */
import { bare, errorStack, memberOf, membersOf } from './natives.ts';

export const NativeCustomEvent = CustomEvent;
export const NativeMouseEvent = MouseEvent;
export const NativeMutationObserver = MutationObserver;

export const {
  addEventListener: listen,
  removeEventListener: unlisten,
  dispatchEvent: dispatch,
} = membersOf(EventTarget);
export const { type: eventType, target: eventTarget, preventDefault } = membersOf(Event);
export const { message: errorText, filename, lineno, colno, error: thrownValue } = membersOf(ErrorEvent);
export const { reason: rejectionReason, promise: rejectedPromise } = membersOf(PromiseRejectionEvent);
export const { detail: customDetail } = membersOf<CustomEvent<unknown>>(CustomEvent);
export const { createElement, write } = membersOf(Document);
export const { nodeName, baseURI: baseAddress } = membersOf(Node);
export const { getAttribute, localName } = membersOf(Element);
export const { observe, disconnect } = membersOf(MutationObserver);
export const { href: addressText } = membersOf(URL);
export const { status: responseStatus, statusText: responseText, url: responseAddress } = membersOf(Response);
export const { url: requestAddress, method: requestMethod, signal: requestSignal } = membersOf(Request);
export const { aborted, reason: abortReason } = membersOf(AbortSignal);
export const { status: xhrStatus, statusText: xhrText, responseURL: xhrAddress } = membersOf(XMLHttpRequest);
/** Answers for windows only, also those of another origin. */
export const windowSelf = memberOf(window, 'self');

const { name, message } = membersOf(DOMException);
const exceptionStack = memberOf(DOMException.prototype, 'stack');
/** What native getters tell of errors; undefined for the names of others. */
export const nativeGetters = bare<Partial<Record<string, (owner: unknown) => unknown>>>({
  name,
  message,
  stack: (owner) => errorStack(owner) ?? exceptionStack(owner),
});

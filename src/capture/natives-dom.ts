/** The page's DOM built-ins, taken first like those of natives.ts: constructors, and getters that read a real object or throw. */
import { getterOf, uncurry } from './natives.ts';

export const NativeMouseEvent = MouseEvent;
export const NativeCustomEvent = CustomEvent;
export const NativeURL = URL;
export const NativeMutationObserver = MutationObserver;

export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);
export const listen = uncurry(EventTarget.prototype.addEventListener) as (
  target: EventTarget,
  type: string,
  listener: (event: Event) => void,
  capture: boolean,
) => void;
export const unlisten = uncurry(EventTarget.prototype.removeEventListener) as typeof listen;
export const createElement = uncurry(Document.prototype.createElement) as (owner: Document, tag: string) => HTMLElement;
export const observe = uncurry(MutationObserver.prototype.observe);
export const disconnect = uncurry(MutationObserver.prototype.disconnect);
export const preventDefault = uncurry(Event.prototype.preventDefault);
export const stopImmediatePropagation = uncurry(Event.prototype.stopImmediatePropagation);

export const eventType = getterOf<string>(Event.prototype, 'type');
export const eventTarget = getterOf<EventTarget | null>(Event.prototype, 'target');
export const errorEventMessage = getterOf<string>(ErrorEvent.prototype, 'message');
export const errorEventFile = getterOf<string>(ErrorEvent.prototype, 'filename');
export const errorEventLine = getterOf<number>(ErrorEvent.prototype, 'lineno');
export const errorEventColumn = getterOf<number>(ErrorEvent.prototype, 'colno');
export const errorEventError = getterOf<unknown>(ErrorEvent.prototype, 'error');
export const rejectionReason = getterOf<unknown>(PromiseRejectionEvent.prototype, 'reason');
export const rejectionPromise = getterOf<object>(PromiseRejectionEvent.prototype, 'promise');
export const customDetail = getterOf<unknown>(CustomEvent.prototype, 'detail');

export const nodeType = getterOf<number>(Node.prototype, 'nodeType');
export const nodeName = getterOf<string>(Node.prototype, 'nodeName');
export const parentNode = getterOf<Node | null>(Node.prototype, 'parentNode');
export const baseAddress = getterOf<string>(Node.prototype, 'baseURI');
export const visibility = getterOf<string>(Document.prototype, 'visibilityState');
export const attribute = uncurry(Element.prototype.getAttribute);
export const imageSource = getterOf<string>(HTMLImageElement.prototype, 'currentSrc');
export const mediaSource = getterOf<string>(HTMLMediaElement.prototype, 'currentSrc');
export const addressText = getterOf<string>(URL.prototype, 'href');
export const windowSelf = getterOf<unknown>(window, 'self');

export const responseStatus = getterOf<number>(Response.prototype, 'status');
export const responseStatusText = getterOf<string>(Response.prototype, 'statusText');
export const responseAddress = getterOf<string>(Response.prototype, 'url');
export const requestAddress = getterOf<string>(Request.prototype, 'url');
export const requestMethod = getterOf<string>(Request.prototype, 'method');
export const requestSignal = getterOf<AbortSignal>(Request.prototype, 'signal');
export const signalAborted = getterOf<boolean>(AbortSignal.prototype, 'aborted');
export const signalReason = getterOf<unknown>(AbortSignal.prototype, 'reason');
export const xhrStatus = getterOf<number>(XMLHttpRequest.prototype, 'status');
export const xhrStatusText = getterOf<string>(XMLHttpRequest.prototype, 'statusText');
export const xhrAddress = getterOf<string>(XMLHttpRequest.prototype, 'responseURL');

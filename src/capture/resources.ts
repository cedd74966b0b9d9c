import { addressOfElement } from './addresses.ts';
import { attempt, quietly } from './guard.ts';
import type { Listeners } from './listeners.ts';
import { now, toLowerCase } from './natives.ts';
import { errorEventMessage, eventTarget, nodeName, nodeType } from './natives-dom.ts';
import type { Pending } from './pending.ts';

/** Scripts, styles, images and the like that could not be loaded: plain `error` events of elements, seen in the capture phase. */
export function installResources(listeners: Listeners, pending: Pending): void {
  const onError = (event: Event): void => quietly(examine, event, null);

  function examine(event: Event): void {
    if (attempt(errorEventMessage, event, undefined) !== undefined) return;
    const target = eventTarget(event);
    if (!target || attempt(nodeType, target, 0) !== 1) return;
    const source = addressOfElement(target as Element);
    pending.add({
      kind: 'resource_error',
      message: 'Failed to load ' + toLowerCase(nodeName(target) ?? '') + ': ' + source,
      name: '',
      stack: '',
      ofCall: false,
      source,
      line: 0,
      column: 0,
      at: now(),
      args: null,
      causes: null,
      http: null,
    });
  }

  listeners.add(() => window, 'error', onError);
}

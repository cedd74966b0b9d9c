import { MessageError } from './message-error.ts';
import type { MessageFailure, MessageName, ResponseOf } from './protocol.ts';
import { messageName, parseRequest, requestLimit, type ReceivedRequest } from './requests.ts';
import { type Self, type Sender, senderKind } from './sender.ts';
import { exceeds } from './size.ts';

/** What the background does for each message. A handler throws `MessageError` to refuse; any other error is our own failure. */
export type Handlers = {
  [N in MessageName]: (request: ReceivedRequest<N>, sender: Sender) => Promise<ResponseOf<N>>;
};

export interface RouterOptions {
  self: Self;
  /** Told of every error that is not a refusal. Must not throw. */
  onFailure: (name: MessageName, error: unknown) => void;
  /** Told of every request that was done, after its answer was decided. Must not throw. */
  onDone?: (name: MessageName) => void;
}

/** For `runtime.onMessage`: always answers, with the response or with a `MessageFailure`, and never rejects. */
export type MessageListener = (message: unknown, sender: Sender) => Promise<unknown>;

/**
 * The one door of the background. Order matters: who speaks is settled before a word of the message is believed, and its size before
 * anything walks through it.
 */
export function createRouter(handlers: Handlers, options: RouterOptions): MessageListener {
  return async (message, sender) => {
    const name = messageName(message);
    const kind = senderKind(sender, options.self);
    if (kind === 'stranger') return failure('forbidden', 'unknown sender');
    if (name === null) return failure('unknown-message', '');
    if ((kind === 'relay') !== name.startsWith('capture.')) return failure('forbidden', name);
    if (exceeds(message, requestLimit(name))) return failure('too-large', name);
    return answer(handlers, options, name, message, sender);
  };
}

async function answer<N extends MessageName>(
  handlers: Handlers,
  options: RouterOptions,
  name: N,
  message: unknown,
  sender: Sender,
): Promise<ResponseOf<N> | MessageFailure> {
  const parsed = parseRequest(name, message);
  if ('reason' in parsed) return failure('malformed', parsed.reason);
  try {
    const response = await handlers[name](parsed.request, sender);
    options.onDone?.(name);
    return response;
  } catch (error) {
    if (error instanceof MessageError) return failure(error.code, error.detail);
    options.onFailure(name, error);
    return failure('internal', error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : '');
  }
}

function failure(code: string, detail: string): MessageFailure {
  return { failure: { code, detail } };
}

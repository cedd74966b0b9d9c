import { browser } from '../platform/browser.ts';
import { MessageError } from './message-error.ts';
import type { MessageName, RequestOf, ResponseOf } from './protocol.ts';
import { parseResponse } from './responses.ts';

type AnyRequest = { [N in MessageName]: RequestOf<N> }[MessageName];

/** Time for a worker that was just being stopped to be started again. */
const RETRY_AFTER_MS = 150;

/**
 * Sends a request from one of the extension's own pages to the background and returns its answer. Asks once more when nobody
 * answered: the worker may have been stopping, or have died half-way, and every request may be repeated.
 *
 * @throws MessageError with the background's code; `unreachable` when the background did not answer twice; `bad-answer` when it is
 * of another version.
 */
export async function send<R extends AnyRequest>(request: R): Promise<ResponseOf<R['type']>> {
  const first = await attempt(request);
  if ('answer' in first) return accept(request.type, first.answer);
  await new Promise((resolve) => {
    setTimeout(resolve, RETRY_AFTER_MS);
  });
  const second = await attempt(request);
  if ('answer' in second) return accept(request.type, second.answer);
  throw new MessageError('unreachable', second.reason);
}

async function attempt(request: AnyRequest): Promise<{ answer: unknown } | { reason: string }> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return answer === undefined ? { reason: 'no answer' } : { answer };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function accept<N extends MessageName>(name: N, answer: unknown): ResponseOf<N> {
  const parsed = parseResponse(name, answer);
  if (parsed === null) throw new MessageError('bad-answer', name);
  if ('failure' in parsed) throw new MessageError(parsed.failure.code, parsed.failure.detail);
  return parsed.response;
}

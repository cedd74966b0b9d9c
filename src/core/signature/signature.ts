import type { CapturedFacts } from '../occurrence.ts';
import { parseStack } from '../stack/parse.ts';
import { assemble } from './assemble.ts';
import type { Draft, Signature } from './assemble.ts';
import { canonicalMessage, isOwnFault } from './canonical-message.ts';
import { chooseFrame, isOwn } from './choose-frame.ts';
import { fromEvent, fromFrame } from './from-frame.ts';
import { fromModule, fromRequest, fromResource, fromViolation } from './from-request.ts';
import { MUTED, MUTED_SOURCE } from './muted.ts';

export { SIGNATURE_VERSION } from './assemble.ts';
export type { Signature } from './assemble.ts';

function draftOf(facts: CapturedFacts): Draft {
  if (facts.error_type === 'http_error' || facts.error_type === 'network_error') return fromRequest(facts);
  if (facts.error_type === 'resource_error') return fromResource(facts);
  if (facts.error_type === 'csp_violation') return fromViolation(facts);
  const module = fromModule(facts);
  if (module) return module;
  const frames = parseStack(facts.stack);
  const choice = chooseFrame(frames, facts, isOwnFault(facts));
  const message = canonicalMessage(facts, {
    placed: choice !== null && isOwn(choice.origin),
    foreign: choice?.thrower.origin === 'library',
  });
  if (message.text === MUTED)
    return { source: MUTED_SOURCE, message: MUTED, line: 0, because: 'message only', raw: facts };
  return choice ? fromFrame(choice, frames, message) : fromEvent(facts, message);
}

/**
 * The signature of one captured thing: same bug, same text. A pure function of its argument; never throws, takes time linear in the
 * length of the texts, and repeats no value that could be secret (see `mask.ts`).
 */
export function signatureOf(facts: CapturedFacts): Signature {
  return assemble(draftOf(facts));
}

import { noteMailState } from '../../storage/mail-queries.ts';
import type { MailAnswer } from './mail-port.ts';
import { isoNow, type MailPorts } from './mail-ports.ts';

/** Keeps how the service answered, for the screens. That one mail was refused says nothing about it. */
export async function noteAnswer(ports: MailPorts, answer: MailAnswer): Promise<void> {
  if (answer.state === 'refused') return;
  const accepted = answer.state === 'accepted';
  const state = { problem: accepted ? null : answer.state, detail: accepted ? '' : answer.reason, at: isoNow(ports) };
  await noteMailState(ports.db, state);
}

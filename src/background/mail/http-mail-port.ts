import type { MailAnswer, MailPort, OutgoingMail } from './mail-port.ts';

/** The service writes the mail to its disk before it answers; longer than this it is not there, in milliseconds. */
const PATIENCE_MS = 15_000;

/** The mail service over HTTP. */
export function createHttpMailPort(): MailPort {
  return {
    async post(service, mail) {
      try {
        return await answerOf(await ask(service, mail));
      } catch (error) {
        return { state: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function ask(service: string, mail: OutgoingMail): Promise<Response> {
  return fetch(new URL('/api/send-email', service), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(mail),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

async function answerOf(response: Response): Promise<MailAnswer> {
  if (response.status === 202) return { state: 'accepted' };
  const reason = `${String(response.status)} ${(await response.text()).slice(0, 200)}`;
  if (response.status === 400 || response.status === 413) return { state: 'refused', reason };
  if (response.status === 401 || response.status === 403) return { state: 'forbidden', reason };
  // Something else than our service listens there, or it is overloaded.
  return { state: response.status === 404 || response.status === 415 ? 'forbidden' : 'busy', reason };
}

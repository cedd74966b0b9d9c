import * as v from 'valibot';

/** `cause`: the service's own code of why its mails do not go out, or of what to mend though they do; `detail`: what it heard. */
export type MailHealth =
  | { state: 'sends' }
  | { state: 'fails' | 'mend'; cause: string; detail: string }
  | { state: 'silent' };

const HEALTH = v.object({ ok: v.boolean(), cause: v.nullable(v.string()), detail: v.string() });

const PATIENCE_MS = 3_000;

/** Asks the service at an address how it does. Whatever else answers there is not it. Never rejects. */
export async function mailHealth(service: string, ask: typeof fetch = fetch): Promise<MailHealth> {
  try {
    const answer = await ask(new URL('/health', service), {
      signal: AbortSignal.timeout(PATIENCE_MS),
      credentials: 'omit',
    });
    const { ok, cause, detail } = v.parse(HEALTH, await answer.json());
    if (ok && cause === null) return { state: 'sends' };
    return { state: ok ? 'mend' : 'fails', cause: cause ?? 'unknown', detail };
  } catch {
    return { state: 'silent' };
  }
}

import * as v from 'valibot';

/** What happens only once somebody agreed: noting what goes wrong in pages, and sending what was noted to the team. */
export const CONSENT_SCOPES = ['capture', 'sending'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** What a team is sent, in Firefox's words for it: errors and their requests, addresses of pages, accounts, and how a member signs in. */
export const SENT_DATA = [
  'websiteContent',
  'browsingActivity',
  'personallyIdentifyingInfo',
  'authenticationInfo',
] as const;

const agreement = v.nullable(
  v.object({
    /** ISO 8601. */
    at: v.string(),
    /** `earlier-use`: the profile captured before anybody was asked. */
    by: v.picklist(['person', 'policy', 'earlier-use']),
  }),
);

const CONSENT = v.object({ capture: agreement, sending: agreement });

/** What this install agreed to; null: not, or no longer. Never travels: another install was not asked. */
export type Consent = v.InferOutput<typeof CONSENT>;

export const NO_CONSENT: Readonly<Consent> = { capture: null, sending: null };

/** What is stored; whatever cannot be read is no consent. */
export function readConsent(value: unknown): Consent {
  const result = v.safeParse(CONSENT, value);
  return result.success ? result.output : NO_CONSENT;
}

/** A person agrees, or takes it back. Who takes capture back takes sending back too: nothing new would be sent, and nothing old should. */
export function withDecision(consent: Consent, scope: ConsentScope, agreed: boolean, at: string): Consent {
  if (agreed) return { ...consent, [scope]: consent[scope] ?? { at, by: 'person' } };
  return scope === 'capture' ? NO_CONSENT : { ...consent, sending: null };
}

/** What an administrator agreed to for everybody stands as long as the policy says so; a person's own decision outlives it. */
export function withPolicy(consent: Consent, policy: Record<ConsentScope, boolean>, at: string): Consent {
  const settled = CONSENT_SCOPES.map((scope) => {
    const own = consent[scope]?.by === 'policy' ? null : consent[scope];
    const given: Consent[ConsentScope] = consent[scope] ?? { at, by: 'policy' };
    return [scope, policy[scope] ? given : own] as const;
  });
  return { ...NO_CONSENT, ...Object.fromEntries(settled) };
}

export function sameConsent(a: Consent, b: Consent): boolean {
  return CONSENT_SCOPES.every((scope) => a[scope]?.at === b[scope]?.at && a[scope]?.by === b[scope]?.by);
}

/** Why something is no address of a project, or no key that a browser may have. */
export type ProjectProblem = 'not-an-address' | 'not-encrypted' | 'no-key' | 'secret-key';

/** A project of Supabase, as a team is reached by. */
export interface ProjectAddress {
  url: string;
  key: string;
}

/** Of the page that a project has in Supabase's dashboard. */
const DASHBOARD = /^https:\/\/supabase\.com\/dashboard\/project\/([a-z\d]+)/;
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** What somebody typed or copied, as it is used; or what is wrong with it. Never throws. */
export function readProject(url: string, key: string): { project: ProjectAddress } | { problem: ProjectProblem } {
  const address = addressOf(url.trim());
  if (typeof address !== 'object') return { problem: address };
  const trimmed = key.trim();
  if (trimmed === '') return { problem: 'no-key' };
  if (isSecret(trimmed)) return { problem: 'secret-key' };
  return { project: { url: address.origin, key: trimmed } };
}

function addressOf(text: string): URL | ProjectProblem {
  const reference = DASHBOARD.exec(text)?.[1];
  const full = reference ? `https://${reference}.supabase.co` : /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return 'not-an-address';
  const url = new URL(full);
  if (url.protocol === 'http:') return LOOPBACK.test(url.hostname) ? url : 'not-encrypted';
  return url.protocol === 'https:' && url.hostname.includes('.') ? url : 'not-an-address';
}

/** Keys that open everything have no business in a browser: whoever reads the profile would have the whole database. */
function isSecret(key: string): boolean {
  if (key.startsWith('sb_secret_')) return true;
  const [, payload = ''] = key.split('.');
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof claims === 'object' && claims !== null && 'role' in claims && claims.role === 'service_role';
  } catch {
    return false;
  }
}

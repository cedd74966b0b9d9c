import { deterministicId, isUuid } from './ids.ts';

/** Who is affected by an occurrence. Both null: nobody known, a client of its own that is never written to. */
export interface Client {
  /** UUID; null only when nobody is known, so that it alone tells clients apart. */
  client_id: string | null;
  /** Lower case. */
  client_email: string | null;
}

/** A person or account as somebody typed it or a site names it; '' for what is unknown. */
export interface Account {
  client_id: string;
  client_email: string;
}

/**
 * The client of a project that an account stands for. An account id that is no UUID is mapped per project, because "42" on two sites
 * are two accounts; an address alone is the same person everywhere.
 */
export function clientOf(account: Account, project: string): Client {
  const id = account.client_id.trim();
  const email = account.client_email.trim().toLowerCase();
  return { client_id: clientId(id, email, project), client_email: email === '' ? null : email };
}

function clientId(id: string, email: string, project: string): string | null {
  if (id !== '') return isUuid(id.toLowerCase()) ? id.toLowerCase() : deterministicId('account', project, id);
  return email === '' ? null : deterministicId('email', email);
}

/*
 * A page can say that anybody is signed in. Were that address written to without asking, every page could have our mails sent to
 * whomever it likes: so an address is written to if a person of the team named it or its domain, and else waits for one.
 */

const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[\p{L}\d-]{2,}$/u;
const ADDRESS = /^[^\s@<>,;]+@(.+)$/u;

/** Whether a text is a domain or an address, as the list of allowed ones takes it. */
export function isAllowable(text: string): boolean {
  return DOMAIN.test(ADDRESS.exec(text)?.[1] ?? text);
}

/** Whom the team has named. All in lower case. */
export interface Trust {
  /** Domains and addresses. */
  allowed: readonly string[];
  admins: readonly string[];
  /** Addresses that this browser's person has, or had, in the options. */
  own: readonly string[];
}

/** What follows the last @, as the mail server reads it. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether an address is written to without asking. */
export function isTrusted(address: string, { allowed, admins, own }: Trust): boolean {
  const recipient = address.toLowerCase();
  return [...allowed, ...admins, ...own].includes(recipient) || allowed.includes(domainOf(recipient));
}

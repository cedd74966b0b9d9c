/** Addresses of the screens. Those of the dashboard are hashes, so that they work as plain links from within it. */
const DASHBOARD = '/dashboard.html';

export const MONITORING = '#/monitoring';
export const TICKETS = '#/tickets';
export const OPTIONS_PAGE = '/options.html';

/** The dashboard from another page of the extension. */
export function dashboardHref(hash: string = MONITORING): string {
  return `${DASHBOARD}${hash}`;
}

/** @param fromOutside the link stands on another page than the dashboard. */
export function ticketHref(id: string, fromOutside = false): string {
  const hash = `${TICKETS}/${encodeURIComponent(id)}`;
  return fromOutside ? dashboardHref(hash) : hash;
}

/** The details of an error, by any of its occurrences. */
export function errorHref(occurrenceId: string, fromOutside = false): string {
  const hash = `${MONITORING}/${encodeURIComponent(occurrenceId)}`;
  return fromOutside ? dashboardHref(hash) : hash;
}

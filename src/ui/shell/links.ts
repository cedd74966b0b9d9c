/** Addresses of the screens. Those of the dashboard are hashes, so that they work as plain links from within it. */
const DASHBOARD = '/dashboard.html';

export const MONITORING = '#/monitoring';
export const TICKETS = '#/tickets';
export const STATISTICS = '#/statistics';
export const DIAGNOSTIC = '#/diagnostic';
export const OPTIONS_PAGE = '/options.html';
/** Where one says who is told what. */
export const OPTIONS_MAIL = `${OPTIONS_PAGE}#mail`;
export const SELF_TEST_PAGE = '/self-test.html';
export const WELCOME_PAGE = '/welcome.html';

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

/** What the list of errors can be narrowed to; it lives in the address. */
export interface MonitoringFilter {
  /** Words to find. */
  q?: string;
  type?: string;
  /** Id of the project. */
  site?: string;
  state?: string;
  group?: string;
  client?: string;
  /** How far back one looks. */
  period?: string;
  /** Whether what was ignored is shown too. */
  ignored?: string;
}

/** The list of errors, narrowed. */
export function monitoringHash(filter: MonitoringFilter = {}): string {
  return withQuery(MONITORING, { ...filter });
}

/** What the list of tickets can be narrowed to; it lives in the address. */
export interface TicketListFilter {
  q?: string;
  status?: string;
  priority?: string;
  source?: string;
  client?: string;
  site?: string;
  assignee?: string;
  sort?: string;
}

/** The list of tickets, narrowed. */
export function ticketsHash(filter: TicketListFilter = {}): string {
  return withQuery(TICKETS, { ...filter });
}

function withQuery(hash: string, values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? hash : `${hash}?${new URLSearchParams(given).toString()}`;
}

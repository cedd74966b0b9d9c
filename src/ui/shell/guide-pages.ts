import { dashboardHref, MONITORING, ticketHref, TICKETS } from './links.ts';

/** What names a ticket: its id, or the number that people say. */
const TICKET = /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|V-[\dA-HJKMNP-TV-Z]{6})$/i;

/**
 * The screen of the dashboard that stands for one of the guide's pages, `pages/admin-ticket-workflow.html?ticket=ID` among them. A
 * link with something else than a ticket's name leads to the list of tickets.
 */
export function screenOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  if (pathname.endsWith('/admin-support.html')) return dashboardHref(TICKETS);
  if (!pathname.endsWith('/admin-ticket-workflow.html')) return dashboardHref(MONITORING);
  const ticket = new URLSearchParams(search).get('ticket')?.trim() ?? '';
  return TICKET.test(ticket) ? ticketHref(ticket.toLowerCase(), true) : dashboardHref(TICKETS);
}

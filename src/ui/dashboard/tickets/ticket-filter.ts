import {
  TICKET_PRIORITIES,
  TICKET_SOURCES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketSource,
  type TicketStatus,
} from '../../../core/rows.ts';
import { TICKET_ORDERS, type TicketOrder } from '../../../storage/ticket-list.ts';

/** What the list is narrowed to; '' where it is not. It lives in the address. */
export interface TicketListFilter {
  q: string;
  status: TicketStatus | '';
  priority: TicketPriority | '';
  source: TicketSource | '';
  /** Part of the address or id of an affected client. */
  client: string;
  /** Id of the project. */
  site: string;
  /** Who it is assigned to; `NOBODY` for those that nobody has. */
  assignee: string;
}

/** No name of a person: it is of one space. */
export const NOBODY = ' ';

export const NO_TICKET_FILTER: TicketListFilter = {
  q: '',
  status: '',
  priority: '',
  source: '',
  client: '',
  site: '',
  assignee: '',
};

export function ticketFilterOf(query: URLSearchParams): TicketListFilter {
  return {
    q: query.get('q') ?? '',
    status: oneOf(TICKET_STATUSES, query.get('status')),
    priority: oneOf(TICKET_PRIORITIES, query.get('priority')),
    source: oneOf(TICKET_SOURCES, query.get('source')),
    client: query.get('client') ?? '',
    site: query.get('site') ?? '',
    assignee: query.get('assignee') ?? '',
  };
}

/** The order that the address names; last changed first where it names none. */
export function ticketOrderOf(query: URLSearchParams): TicketOrder {
  const order = query.get('sort');
  return TICKET_ORDERS.find((known) => known === order) ?? 'updated';
}

function oneOf<Value extends string>(known: readonly Value[], value: string | null): Value | '' {
  return known.find((one) => one === value) ?? '';
}

export function isNarrowed(filter: TicketListFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

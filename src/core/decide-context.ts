import type { Client } from './client.ts';
import type { GroupRow } from './group.ts';
import type { Moved } from './redeploy.ts';
import type { ErrorLogRow, TicketRow } from './rows.ts';
import type { Settings } from './settings.ts';
import type { SightingRow, SignatureStateRow } from './signature-rows.ts';

/** Where and when an occurrence is decided upon. */
export interface DecideContext {
  settings: Settings;
  /** This install and its epoch: whose tally grows. */
  install: string;
  epoch: number;
  /** ISO 8601. */
  now: string;
}

/** What is stored about the signature of an occurrence, and about its client. */
export interface SignatureState {
  group: GroupRow | null;
  /** Own tally of this signature and client. */
  sighting: SightingRow | null;
  /** Whether any install has seen this client with this signature. */
  clientKnown: boolean;
  /** Whether any has seen it with any signature of the ticket. */
  clientOfTicket: boolean;
  /** The ticket that the alias names. */
  ticketId: string | null;
  /** The old signature that led to that ticket, when this one is new. */
  moved: Moved | null;
  /** Whether the next sweep is to say if it is an old error on another line: it gets no ticket before. */
  waits: boolean;
  /** That ticket, else the one whose id this signature would give; null when it is not here. */
  ticket: TicketRow | null;
  /** Earliest occurrence and clients so far; needed only where a ticket can be made of earlier occurrences. */
  first: ErrorLogRow | null;
  clients: readonly SeenClient[];
  /** What people decided about the signature. */
  decided: SignatureStateRow | null;
  /** When a release was first seen in the project, ISO 8601; null when it never was. */
  firstSeen: (release: string) => string | null;
}

/** A client, and when one of its occurrences was seen. */
export interface SeenClient extends Client {
  last_seen: string;
}

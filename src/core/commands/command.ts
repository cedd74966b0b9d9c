import type { TicketStatus } from '../rows.ts';

/** A row of `cm_commands`: one human change, with what the person saw when asking for it. */
export interface CommandRow {
  /** Made by whoever asks, so that asking again changes nothing. */
  id: string;
  /** Null: about an error that has no ticket. */
  ticket_id: string | null;
  operation: string;
  arguments: Record<string, unknown>;
  expected_status: TicketStatus | null;
  author: string;
  created_at: string;
}

import type { TicketPriority, TicketStatus } from '../rows.ts';

/** What a person can do to a ticket. Texts are theirs; ids are of rows. */
export type Command =
  | { op: 'status'; to: TicketStatus; note?: string }
  /** Of a ticket that is not resolved yet: resolves it as well, and says how. */
  | { op: 'close'; resolution: string }
  /** Null: nobody any more. */
  | { op: 'assign'; to: string | null; note?: string }
  /** Internal: never sent to anybody. */
  | { op: 'comment'; text: string }
  /** An entry of one's own in the timeline. */
  | { op: 'history'; action: string; description: string }
  | { op: 'priority'; to: TicketPriority }
  | { op: 'category'; to: string }
  /** `release`: the one that has the fix. */
  | { op: 'resolve'; note?: string; release?: string }
  /** Until that time, or until so many more occurrences or clients, whichever comes first. */
  | { op: 'snooze'; until?: string; occurrences?: number; clients?: number }
  | { op: 'unsnooze' }
  /** Makes the ticket part of another one. */
  | { op: 'merge'; into: string }
  | { op: 'unmerge' }
  /** Gives one of the ticket's signatures a ticket of its own. */
  | { op: 'split'; signature: string }
  /** The one text that reaches the ticket's clients. */
  | { op: 'notify'; message: string }
  /** One message of the ticket to one person, once more. */
  | { op: 'resend'; notification: string };

export type CommandOf<Op extends Command['op']> = Extract<Command, { op: Op }>;

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

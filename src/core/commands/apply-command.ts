import { refused, type CommandContext, type CommandResult, type CommandScope } from './changes.ts';
import type { Command, CommandOf } from './command.ts';
import { merge } from './merge.ts';
import { addHistory, assign, comment, setCategory, setPriority } from './note.ts';
import { notify } from './notify.ts';
import { resend } from './resend.ts';
import { snooze, unsnooze } from './snooze.ts';
import { split } from './split.ts';
import { changeStatus, closeTicket, resolveTicket } from './status.ts';
import { unmerge } from './unmerge.ts';

type Operation<Op extends Command['op']> = (
  scope: CommandScope,
  command: CommandOf<Op>,
  context: CommandContext,
) => CommandResult;

const OPERATIONS: { [Op in Command['op']]: Operation<Op> } = {
  status: changeStatus,
  close: closeTicket,
  resolve: resolveTicket,
  assign,
  comment,
  history: addHistory,
  priority: setPriority,
  category: setCategory,
  snooze,
  unsnooze,
  merge,
  unmerge,
  split,
  notify,
  resend,
};

/** Everything that one person's command changes, or why it is refused. What is so already changes nothing. */
export function applyCommand<Op extends Command['op']>(
  scope: CommandScope,
  command: CommandOf<Op> & { op: Op },
  context: CommandContext,
): CommandResult {
  // A merged ticket is a signpost: whatever is done is done to the ticket that it leads to.
  const signpost = scope.ticket.metadata.merged_into !== undefined;
  if (signpost && command.op !== 'unmerge' && command.op !== 'merge') return refused('merge-refused', 'merged');
  const operation: Operation<Op> = OPERATIONS[command.op];
  return operation(scope, command, context);
}

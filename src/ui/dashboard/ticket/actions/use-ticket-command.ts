import { useRef } from 'preact/hooks';
import type { Command } from '../../../../core/commands/command.ts';
import type { TicketRow } from '../../../../core/rows.ts';
import { send } from '../../../../messages/client.ts';
import { useCommand, type CommandState } from '../../../data/use-command.ts';
import { useAnnounce } from '../../../shell/announcer.tsx';
import { runCommands } from './run-commands.ts';
import { undoOf } from './undo.ts';

/** @param said announced once it is done. @param done what follows then: the dialog goes. */
export type SubmitCommand = (command: Command, said: string, done?: () => void) => void;

/** Commands that somebody gives because of the status they see; the others hold whatever it has become. */
const ABOUT_STATUS: readonly Command['op'][] = ['status', 'close', 'resolve', 'snooze', 'merge'];

/** Changes one ticket, and tells where that stands. */
export function useTicketCommand(ticket: TicketRow): [CommandState, SubmitCommand] {
  const [state, run] = useCommand();
  const announce = useAnnounce();
  const asked = useRef({ text: '', id: '' });
  const submit: SubmitCommand = (command, said, done) => {
    const text = JSON.stringify(command);
    // Asked again because no answer came, it is still one command: it may have been carried out.
    if (asked.current.text !== text) asked.current = { text, id: crypto.randomUUID() };
    const { id } = asked.current;
    const expected = ABOUT_STATUS.includes(command.op) ? { expected: ticket.statut } : {};
    run(async () => {
      await send({ type: 'ticket.command', id, ticket: ticket.id, command, ...expected });
      asked.current = { text: '', id: '' };
      const back = undoOf(ticket, command);
      announce(said, back.length === 0 ? undefined : () => runCommands(ticket.id, back));
      done?.();
    });
  };
  return [state, submit];
}

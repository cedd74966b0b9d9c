import { send } from '../../messages/client.ts';
import { monitoringTexts } from '../../platform/texts/monitoring.ts';
import type { GroupWithTicket } from '../../storage/queries.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';

export interface ErrorActions {
  createTicket: (error: GroupWithTicket) => void;
  /** Marks the error as resolved, or as active again. @param done called once it is. */
  setResolved: (error: GroupWithTicket, resolved: boolean, done?: () => void) => void;
  busy: boolean;
  /** Why the last one was refused, as a sentence. */
  failure: string | null;
}

/** What can be done to an error as a whole, from a list or from its own page. */
export function useErrorActions(): ErrorActions {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const texts = monitoringTexts.done;
  return {
    createTicket: (error) => {
      const id = crypto.randomUUID();
      run(async () => {
        const { ticket, created } = await send({ type: 'ticket.create', id, error: error.last_error_id });
        announce(t(created ? texts.created : texts.linked, { number: ticket.metadata.number }));
      });
    },
    setResolved: ({ project, signature }, resolved, done) =>
      run(async () => {
        await send({ type: 'error.resolve', project, signature, resolved });
        const back = () => send({ type: 'error.resolve', project, signature, resolved: !resolved });
        announce(t(resolved ? texts.resolved : texts.unresolved), back);
        done?.();
      }),
    busy: state.state === 'busy',
    failure: state.state === 'failed' ? failureSentence(translator, state.error) : null,
  };
}

import { send } from '../../../messages/client.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** Asks what becomes of the data here before the team is left. */
export function LeaveTeam({ waiting, onStay }: { waiting: number; onStay: () => void }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const leave = (wipe: boolean) => run(() => send({ type: 'team.leave', wipe }));
  const busy = state.state === 'busy';
  return (
    <Notice
      tone="warning"
      title={t(texts.leaveTitle)}
      actions={
        <>
          <Button autofocus busy={busy} onClick={() => leave(false)}>
            {t(texts.leaveKeep)}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => leave(true)}>
            {t(texts.leaveWipe)}
          </Button>
          <Button kind="quiet" onClick={onStay}>
            {t(texts.cancel)}
          </Button>
        </>
      }
    >
      <p>{t(texts.leaveWaiting, { count: waiting })}</p>
      <p role="status" class="field-error">
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </Notice>
  );
}

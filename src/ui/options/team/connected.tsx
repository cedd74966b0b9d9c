import { FlaskConical, LogOut, RefreshCw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { MessageError } from '../../../messages/message-error.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import type { TeamView } from '../../../storage/sync-queries.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { LeaveTeam } from './leave-team.tsx';
import { TeamTestResult, useTeamTest } from './team-test.tsx';

/** A clock that is further off is worth a word, in milliseconds. */
const CLOCK_OFF = 5 * 60_000;

/** Whose team it is, how the exchange stands, and what can be done about it. */
export function Connected({ view: { team, sync, waiting } }: { view: TeamView }) {
  const translator = useTranslator();
  const { t, dateTime } = translator;
  const [syncing, exchange] = useCommand();
  const [leaving, setLeaving] = useState(false);
  const test = useTeamTest();
  const { problem, skew_ms, synced_at } = sync;
  return (
    <>
      <p>
        <strong>{t(texts.connectedTo, { email: team.email, url: team.url })}</strong>{' '}
        {team.role !== null && t(texts.roles.byName[team.role])}
      </p>
      {synced_at !== null && <p class="small muted">{t(texts.syncedAt, { when: dateTime(synced_at) })}</p>}
      <div role="status">
        {problem && (
          <Notice tone="warning">{failureSentence(translator, new MessageError(problem.code, problem.detail))}</Notice>
        )}
        {Math.abs(skew_ms) > CLOCK_OFF && (
          <Notice tone="warning">{t(texts.clockOff, { minutes: Math.round(Math.abs(skew_ms) / 60_000) })}</Notice>
        )}
        {waiting > 0 && <p class="small">{t(texts.states.pending, { count: waiting })}</p>}
      </div>
      <p class="form-actions">
        <Button
          icon={RefreshCw}
          busy={syncing.state === 'busy'}
          onClick={() => exchange(() => send({ type: 'team.sync' }))}
        >
          {t(texts.syncNow)}
        </Button>
        <Button icon={FlaskConical} busy={test.busy} onClick={() => test.run(team)}>
          {t(texts.test)}
        </Button>
        <Button kind="danger" icon={LogOut} onClick={() => setLeaving(true)}>
          {t(texts.disconnect)}
        </Button>
      </p>
      <TeamTestResult test={test} />
      {leaving && <LeaveTeam waiting={waiting} onStay={() => setLeaving(false)} />}
    </>
  );
}

import { useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { MessageError } from '../../../messages/message-error.ts';
import type { TeamTest } from '../../../messages/team-requests.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { failureSentence } from '../../data/use-command.ts';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** A test of a project, and what the last one found. */
export interface TestRun {
  busy: boolean;
  found: TeamTest | null;
  error: unknown;
  run: (project: { url: string; key: string }) => void;
}

export function useTeamTest(): TestRun {
  const [state, setState] = useState<Omit<TestRun, 'run'>>({ busy: false, found: null, error: null });
  const run = (project: { url: string; key: string }) => {
    setState({ busy: true, found: null, error: null });
    send({ type: 'team.test', ...project }).then(
      (found) => setState({ busy: false, found, error: null }),
      (error: unknown) => setState({ busy: false, found: null, error }),
    );
  };
  return { ...state, run };
}

/** What a test found, in a sentence that says what to do. */
export function TeamTestResult({ test: { found, error } }: { test: TestRun }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <div role="status">
      {error !== null && <Notice tone="danger">{failureSentence(translator, error)}</Notice>}
      {found?.problem === 'signed-out' && <Notice tone="success">{t(texts.testReady)}</Notice>}
      {found?.problem === null && (
        <Notice tone="success">
          {t(texts.testGood, {
            email: found.email ?? '',
            role: found.role === null ? '' : t(texts.roles.byName[found.role]),
          })}
        </Notice>
      )}
      {found && found.problem !== null && found.problem !== 'signed-out' && (
        <Notice tone="danger">{failureSentence(translator, new MessageError(found.problem, found.detail))}</Notice>
      )}
    </div>
  );
}

import { FlaskConical, KeyRound, LogIn } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ProjectAddress } from '../../../core/sync/project-address.ts';
import { send } from '../../../messages/client.ts';
import { MessageError } from '../../../messages/message-error.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { agreeToSending } from '../../data/consent.ts';
import { failureSentence, useCommand, type CommandState } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TeamInput } from './team-input.tsx';
import { TeamTestResult, useTeamTest } from './team-test.tsx';

const EMPTY = { url: '', key: '', email: '', password: '', code: '' };

/** Signs in to a project, with a password or with a code from a mail; to the one that an administrator keeps, if there is one. */
export function ConnectForm({ kept }: { kept: ProjectAddress | null }) {
  const { t } = useTranslator();
  const [typed, setDraft] = useState(EMPTY);
  const draft = { ...typed, ...kept };
  const [joining, join] = useCommand();
  const [coding, sendCode] = useCommand();
  const test = useTeamTest();
  const edit = (change: Partial<typeof EMPTY>) => setDraft({ ...draft, ...change });
  const { url, key, email } = draft;
  const submit = (event: Event) => {
    event.preventDefault();
    join(async () => {
      if (!(await agreeToSending())) throw new MessageError('no-consent', '');
      await send({ type: 'team.join', ...draft });
    });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ProjectFields kept={kept !== null} url={url} projectKey={key} onEdit={edit} />
      <p class="form-actions">
        <Button icon={FlaskConical} busy={test.busy} onClick={() => test.run({ url, key })}>
          {t(texts.test)}
        </Button>
      </p>
      <TeamTestResult test={test} />
      <TeamInput label={texts.email} type="email" value={email} onInput={(to) => edit({ email: to })} />
      <TeamInput
        label={texts.password}
        hint={texts.passwordHint}
        type="password"
        value={draft.password}
        onInput={(password) => edit({ password })}
      />
      <p class="form-actions">
        <Button
          icon={KeyRound}
          busy={coding.state === 'busy'}
          onClick={() => sendCode(() => send({ type: 'team.code', url, key, email }))}
        >
          {t(texts.sendCode)}
        </Button>
      </p>
      <p role="status" class="small">
        {coding.state === 'done' && t(texts.codeSent)}
      </p>
      {coding.state === 'done' && (
        <TeamInput label={texts.code} value={draft.code} onInput={(code) => edit({ code: code.trim() })} />
      )}
      <p class="small muted">{t(texts.consent)}</p>
      <p class="form-actions">
        <Button kind="primary" type="submit" icon={LogIn} busy={joining.state === 'busy'}>
          {t(texts.connect)}
        </Button>
      </p>
      <Failed states={[joining, coding]} />
    </form>
  );
}

interface ProjectFieldsProps {
  /** An administrator has chosen the project: it can only be read. */
  kept: boolean;
  url: string;
  projectKey: string;
  onEdit: (change: { url?: string; key?: string }) => void;
}

function ProjectFields({ kept, url, projectKey, onEdit }: ProjectFieldsProps) {
  const { t } = useTranslator();
  return (
    <>
      {kept && (
        <Notice tone="info">
          <p>{t(texts.kept)}</p>
        </Notice>
      )}
      <TeamInput
        label={texts.url}
        hint={texts.urlHint}
        type="url"
        readOnly={kept}
        value={url}
        onInput={(to) => onEdit({ url: to })}
      />
      <TeamInput
        label={texts.key}
        hint={texts.keyHint}
        readOnly={kept}
        value={projectKey}
        onInput={(to) => onEdit({ key: to })}
      />
    </>
  );
}

/** Why the last thing that was tried did not work. */
function Failed({ states }: { states: readonly CommandState[] }) {
  const translator = useTranslator();
  const failed = states.find((state) => state.state === 'failed');
  return (
    <p role="status" class="field-error">
      {failed && failureSentence(translator, failed.error)}
    </p>
  );
}

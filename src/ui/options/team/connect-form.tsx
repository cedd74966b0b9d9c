import { KeyRound, LogIn } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ProjectAddress } from '../../../core/sync/project-address.ts';
import { send } from '../../../messages/client.ts';
import { MessageError } from '../../../messages/message-error.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { agreeToSending } from '../../data/consent.ts';
import { failureSentence, useCommand, type CommandState } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ProjectFields } from './project-fields.tsx';
import { TeamInput } from './team-input.tsx';

const EMPTY = { url: '', key: '', email: '', password: '', code: '' };

interface ConnectFormProps {
  /** The project that an administrator keeps; null: whoever signs in names it. */
  kept: ProjectAddress | null;
  /** What is known already of somebody who signs in again. */
  known?: ProjectAddress & { email: string };
}

/** Signs in to a project, with a password or with a code from a mail. */
export function ConnectForm({ kept, known }: ConnectFormProps) {
  const { t } = useTranslator();
  const [typed, setTyped] = useState({ ...EMPTY, ...known });
  const [joining, join] = useCommand();
  const [coding, sendCode] = useCommand();
  const edit = (change: Partial<typeof EMPTY>) => setTyped({ ...typed, ...change });
  const draft = { ...typed, ...kept };
  const { url, key, email, password, code } = draft;
  const submit = (event: Event) => {
    event.preventDefault();
    join(async () => {
      if (!(await agreeToSending())) throw new MessageError('no-consent', '');
      await send({ type: 'team.join', url, key, email, password, code });
    });
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <ProjectFields project={{ url, key }} kept={kept !== null} onChange={edit} />
      <TeamInput label={texts.email} type="email" value={email} onInput={(to) => edit({ email: to })} />
      <TeamInput
        label={texts.password}
        hint={texts.passwordHint}
        type="password"
        value={password}
        onInput={(to) => edit({ password: to })}
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
        <TeamInput label={texts.code} value={code} onInput={(to) => edit({ code: to.trim() })} />
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

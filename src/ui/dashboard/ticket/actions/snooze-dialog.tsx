import { useState } from 'preact/hooks';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { dialogTexts } from '../../../../platform/texts/ticket-dialogs.ts';
import { Button } from '../../../design/button.tsx';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { Choice, TextField } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { snoozeCommand, type SnoozeAnswer } from './snooze-answer.ts';
import { usualTimes } from './snooze-times.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** Puts the ticket aside until a time, or until the error has gone on for so long. */
export function SnoozeDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.snooze;
  const [state, submit] = useTicketCommand(ticket);
  const [times] = useState(() => usualTimes(new Date()));
  const [answer, setAnswer] = useState<SnoozeAnswer>({ kind: 'date', until: times.tomorrow, count: '10' });
  const [problem, setProblem] = useState<'past' | 'number' | null>(null);
  const change = (part: Partial<SnoozeAnswer>) => setAnswer({ ...answer, ...part });
  const snooze = () => {
    const read = snoozeCommand(answer, Date.now());
    setProblem('problem' in read ? read.problem : null);
    if ('command' in read) submit(read.command, t(actionTexts.done.snoozed), onClose);
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={snooze} onClose={onClose}>
      <p class="muted">{t(texts.body)}</p>
      <Choice
        label={t(texts.choose)}
        value={answer.kind}
        options={(['date', 'occurrences', 'clients'] as const).map((kind) => ({
          value: kind,
          label: t(texts.kind.byName[kind]),
        }))}
        onChange={(kind) => change({ kind })}
      />
      {answer.kind === 'date' ? (
        <SnoozeDate
          until={answer.until}
          times={times}
          error={problem === 'past' ? t(texts.past) : undefined}
          onChange={(until) => change({ until })}
        />
      ) : (
        <TextField
          kind="number"
          label={t(texts.count)}
          error={problem === 'number' ? t(texts.number) : undefined}
          value={answer.count}
          onChange={(count) => change({ count })}
        />
      )}
    </CommandDialog>
  );
}

interface SnoozeDateProps {
  until: string;
  times: ReturnType<typeof usualTimes>;
  error: string | undefined;
  onChange: (until: string) => void;
}

function SnoozeDate({ until, times, error, onChange }: SnoozeDateProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.snooze;
  return (
    <>
      <TextField kind="datetime-local" label={t(texts.until)} error={error} value={until} onChange={onChange} />
      <div class="button-row">
        {(['tomorrow', 'monday', 'week'] as const).map((name) => (
          <Button key={name} size="small" onClick={() => onChange(times[name])}>
            {t(texts.time.byName[name])}
          </Button>
        ))}
      </div>
    </>
  );
}

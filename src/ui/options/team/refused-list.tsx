import { RotateCcw, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { MessageError } from '../../../messages/message-error.ts';
import { teamTexts as texts } from '../../../platform/texts/team.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { CommandDialog } from '../../design/command-dialog.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { RefusedRow } from '../../../storage/local-rows.ts';

/** What the team does not take, each with its reason; nothing when it takes everything. */
export function RefusedList({ rows }: { rows: readonly RefusedRow[] }) {
  const { t } = useTranslator();
  if (rows.length === 0) return null;
  return (
    <div class="panel">
      <h3>{t(texts.refusedTitle)}</h3>
      <p class="small muted">{t(texts.refusedIntro)}</p>
      <ul>
        {rows.map((row) => (
          <RefusedItem key={`${row.table} ${row.id}`} row={row} />
        ))}
      </ul>
    </div>
  );
}

function RefusedItem({ row: { table, id, code, detail, at } }: { row: RefusedRow }) {
  const translator = useTranslator();
  const { t, dateTime } = translator;
  const [state, run] = useCommand();
  const [asked, setAsked] = useState(false);
  const settle = (again: boolean) => run(() => send({ type: 'team.refused', rows: [[table, id]], again }));
  return (
    <li>
      <p>
        <strong>{t(texts.rows.byName[table])}</strong> <span class="small muted">{dateTime(at)}</span>
      </p>
      <p>{failureSentence(translator, new MessageError(code, detail))}</p>
      {/* The server remembers its answer to a command. */}
      {table !== 'cm_commands' && (
        <Button size="small" icon={RotateCcw} busy={state.state === 'busy'} onClick={() => settle(true)}>
          {t(texts.retry)}
        </Button>
      )}
      <Button size="small" kind="quiet" icon={Trash2} onClick={() => setAsked(true)}>
        {t(texts.drop)}
      </Button>
      {asked && (
        <CommandDialog
          title={t(texts.dropTitle)}
          submit={t(texts.drop)}
          state={state}
          onSubmit={() => settle(false)}
          onClose={() => setAsked(false)}
        >
          <p>{t(texts.dropBody)}</p>
        </CommandDialog>
      )}
    </li>
  );
}

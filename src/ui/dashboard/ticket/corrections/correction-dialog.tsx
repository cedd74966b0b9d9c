import { useState } from 'preact/hooks';
import type { ErrorLogRow, TicketRow } from '../../../../core/rows.ts';
import { send } from '../../../../messages/client.ts';
import { correctionTexts } from '../../../../platform/texts/corrections.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { dialogTexts } from '../../../../platform/texts/ticket-dialogs.ts';
import { useKept } from '../../../data/kept.ts';
import { useCommand } from '../../../data/use-command.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { CheckField, Select, TextArea, TextField } from '../../../design/field.tsx';
import { useAnnounce } from '../../../shell/announcer.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { correctionOf, emptyCorrection, isIncomplete, type CorrectionFields } from './correction-fields.ts';

interface CorrectionDialogProps {
  ticket: TicketRow;
  /** The occurrence that the correction is tied to. */
  evidence: ErrorLogRow | undefined;
  onClose: () => void;
}

/** What was changed to fix the error: file, old and new code, why, and what the tests said. */
export function CorrectionDialog({ ticket, evidence, onClose }: CorrectionDialogProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.correction;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const [id] = useState(() => crypto.randomUUID());
  const [fields, change, forget] = useKept(`${ticket.id} correction`, emptyCorrection(evidence?.source ?? ''));
  const [tried, setTried] = useState(false);
  const record = () => {
    setTried(true);
    if (isIncomplete(fields) || evidence === undefined) return;
    run(async () => {
      await send({ type: 'corrections.log', corrections: [correctionOf(fields, id, evidence.id)] });
      announce(t(actionTexts.done.correction));
      forget();
      onClose();
    });
  };
  const missing = tried && isIncomplete(fields) ? t(texts.missing) : null;
  return (
    <CommandDialog
      wide
      title={t(texts.title)}
      submit={t(texts.submit)}
      state={state}
      problem={evidence === undefined ? t(texts.noError) : missing}
      onSubmit={record}
      onClose={onClose}
    >
      <TextField label={t(texts.file)} value={fields.filePath} onChange={(filePath) => change({ filePath })} />
      <div class="dialog-row">
        <TextArea code label={t(texts.oldCode)} value={fields.oldCode} onChange={(oldCode) => change({ oldCode })} />
        <TextArea code label={t(texts.newCode)} value={fields.newCode} onChange={(newCode) => change({ newCode })} />
      </div>
      <TextArea
        label={t(texts.description)}
        value={fields.description}
        onChange={(description) => change({ description })}
      />
      <Tests fields={fields} change={change} />
      <CheckField label={t(texts.resolves)} checked={fields.resolves} onChange={(resolves) => change({ resolves })} />
    </CommandDialog>
  );
}

const TEST_STATUSES = ['passed', 'failed', 'pending'] as const;

interface TestsProps {
  fields: CorrectionFields;
  change: (part: Partial<CorrectionFields>) => void;
}

function Tests({ fields, change }: TestsProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.correction;
  return (
    <div class="dialog-row">
      <Select
        label={t(texts.tests)}
        value={fields.testStatus}
        options={[
          { value: '', label: t(texts.untold) },
          ...TEST_STATUSES.map((value) => ({ value, label: t(correctionTexts.testStatus[value]) })),
        ]}
        onChange={(testStatus) => change({ testStatus })}
      />
      <TextArea
        label={t(texts.results)}
        value={fields.testResults}
        onChange={(testResults) => change({ testResults })}
      />
    </div>
  );
}

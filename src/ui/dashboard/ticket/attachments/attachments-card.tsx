import { Download, Image, Trash2 } from 'lucide-preact';
import type { AttachmentRow } from '../../../../core/attachment.ts';
import { send } from '../../../../messages/client.ts';
import { reportTexts } from '../../../../platform/texts/report.ts';
import { failureSentence, useCommand } from '../../../data/use-command.ts';
import { download } from '../../../data/download.ts';
import { Button } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { FieldError } from '../../../design/field.tsx';
import { useAnnounce } from '../../../shell/announcer.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { pictureBlob, pictureName } from './picture-file.ts';

const texts = reportTexts.attached;

/** The pictures that people added to the ticket. */
export function AttachmentsCard({ attachments }: { attachments: readonly AttachmentRow[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const remove = ({ id, ticket_id: ticket, created_at: _at, ...picture }: AttachmentRow) =>
    run(async () => {
      await send({ type: 'attachment.remove', id });
      announce(t(texts.removed), () => send({ type: 'attachment.add', id, ticket, picture }));
    });
  return (
    <Card title={t(texts.title)} icon={Image}>
      <ul class="attachments">
        {attachments.map((row) => (
          <li key={row.id}>
            <Attachment row={row} remove={() => remove(row)} />
          </li>
        ))}
      </ul>
      <p class="muted small">{t(texts.local)}</p>
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
    </Card>
  );
}

function Attachment({ row, remove }: { row: AttachmentRow; remove: () => void }) {
  const { t } = useTranslator();
  const { type, width, height, data, created_at } = row;
  return (
    <figure class="attachment">
      <img
        src={`data:${type};base64,${data}`}
        width={width}
        height={height}
        alt={t(texts.alt, { at: Date.parse(created_at) })}
      />
      <figcaption class="button-row">
        <Button size="small" icon={Download} onClick={() => download(pictureBlob(row), pictureName(row))}>
          {t(texts.save)}
        </Button>
        <Button size="small" kind="quiet" icon={Trash2} onClick={remove}>
          {t(texts.remove)}
        </Button>
      </figcaption>
    </figure>
  );
}

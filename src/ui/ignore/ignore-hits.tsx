import type { IgnorePreview } from '../../messages/protocol.ts';
import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { failureSentence } from '../data/use-command.ts';
import type { Preview } from '../data/use-preview.ts';
import { CapturedLine } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';

const texts = ignoreTexts.preview;

/** What a rule would have taken out of what is stored. */
export function IgnoreHits({ preview }: { preview: Preview<IgnorePreview> }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <div class="hits" role="status">
      {preview.state === 'failed' && <p class="field-error">{failureSentence(translator, preview.error)}</p>}
      {preview.state === 'ready' && preview.data.problem === null && (
        <>
          <p class="hits-title">{t(texts.title)}</p>
          <Hits {...preview.data} />
        </>
      )}
    </div>
  );
}

function Hits({ looked, errors, occurrences, examples }: IgnorePreview) {
  const { t } = useTranslator();
  if (errors === 0) return <p class="muted">{t(texts.nothing, { looked })}</p>;
  return (
    <>
      <p>{t(texts.some, { errors, occurrences, looked })}</p>
      {errors === looked && errors > 1 && <p class="field-error">{t(texts.everything)}</p>}
      <p class="small muted">{t(texts.examples)}</p>
      <ul class="hits-list small">
        {examples.map(({ project, signature, message }) => (
          <li key={`${project} ${signature}`}>
            <CapturedLine text={message} />
          </li>
        ))}
      </ul>
    </>
  );
}

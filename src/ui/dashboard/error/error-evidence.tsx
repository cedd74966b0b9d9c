import { Globe, MessageSquareText, SquareTerminal, Workflow } from 'lucide-preact';
import type { ErrorLogRow, HttpFacts } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { actionTexts } from '../../../platform/texts/ticket-actions.ts';
import { CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { curlCommand } from '../ticket/copy/curl.ts';
import { SourcePlace } from './source-place.tsx';
import { StackView } from './stack-view.tsx';

/** What was captured: message, place, stack with its causes, request, console arguments. */
export function ErrorEvidence({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const { http, console_args: args } = row.metadata;
  return (
    <>
      <Card title={t(errorTexts.message)} icon={MessageSquareText} aside={<CopyButton text={row.message} />}>
        <CapturedBlock text={row.message} />
      </Card>
      {http && <RequestCard http={http} />}
      {args && args.length > 0 && <ArgumentsCard args={args} />}
      <StackCard row={row} />
    </>
  );
}

function StackCard({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  return (
    <Card title={t(errorTexts.stack)} icon={Workflow}>
      <SourcePlace row={row} />
      {row.stack_trace === '' ? (
        <p class="muted">{t(errorTexts.noStack)}</p>
      ) : (
        <StackView label={t(errorTexts.stack)} stack={row.stack_trace} />
      )}
      {row.metadata.causes?.map((cause, index) => {
        const title = t(errorTexts.cause, { number: index + 1 });
        return (
          <div key={index} class="cause">
            <h3>{title}</h3>
            <CapturedBlock text={cause.name === '' ? cause.message : `${cause.name}: ${cause.message}`} />
            {cause.stack !== '' && <StackView label={title} stack={cause.stack} />}
          </div>
        );
      })}
    </Card>
  );
}

function RequestCard({ http }: { http: HttpFacts }) {
  const { t } = useTranslator();
  const texts = errorTexts.request;
  return (
    <Card
      title={t(texts.title)}
      icon={Globe}
      aside={<CopyButton text={curlCommand(http)} label={t(actionTexts.copyCurl)} />}
    >
      <Facts>
        <Fact name={t(texts.method)}>
          <CapturedBlock text={http.method} />
        </Fact>
        <Fact name={t(texts.url)}>
          <CapturedBlock text={http.url} />
        </Fact>
        <Fact name={t(texts.status)}>{http.status === 0 ? t(texts.noAnswer) : String(http.status)}</Fact>
        {http.duration_ms !== null && (
          <Fact name={t(texts.duration)}>{t(texts.milliseconds, { value: Math.round(http.duration_ms) })}</Fact>
        )}
        {http.error && (
          <Fact name={t(texts.failure)}>
            <CapturedBlock text={http.error} />
          </Fact>
        )}
      </Facts>
    </Card>
  );
}

function ArgumentsCard({ args }: { args: readonly string[] }) {
  const { t } = useTranslator();
  return (
    <Card title={t(errorTexts.consoleArguments)} icon={SquareTerminal}>
      <ol class="arguments">
        {args.map((argument, index) => (
          <li key={index}>
            <CapturedBlock text={argument} limit={500} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

import { Eye } from 'lucide-preact';
import { coversPattern } from '../../core/grants.ts';
import { welcomeTexts } from '../../platform/texts/welcome.ts';
import { sites } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { grantsFor, requestGrant, useGrantedOrigins } from '../data/grants.ts';
import { useCommand } from '../data/use-command.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { Captured } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';

const texts = welcomeTexts.site;

/** The sites that are known and not allowed yet, as those of a policy are at first, allowed in one step: browsers keep that to the person. */
export function AllowSites() {
  const { t } = useTranslator();
  const granted = useGrantedOrigins();
  const known = useLiveQuery(() => sites(db), []);
  const [state, run] = useCommand();
  if (granted.state !== 'ready' || known.state !== 'ready') return null;
  const waiting = known.data.filter(
    ({ enabled, removed, patterns }) =>
      enabled && removed !== true && !patterns.some((pattern) => coversPattern(pattern, granted.data)),
  );
  if (waiting.length === 0) return null;
  const ask = () => {
    const answer = requestGrant(grantsFor(waiting.flatMap(({ patterns }) => patterns)));
    run(async () => {
      if (!(await answer)) throw new Error('denied');
    });
  };
  return (
    <>
      <p>{t(texts.waiting)}</p>
      <ul>
        {waiting.map(({ id, name }) => (
          <li key={id}>
            <Captured text={name} limit={80} />
          </li>
        ))}
      </ul>
      <p>
        <Button kind="primary" icon={Eye} busy={state.state === 'busy'} onClick={ask}>
          {t(texts.allow, { count: waiting.length })}
        </Button>
      </p>
      {state.state === 'failed' && <p class="field-error">{t(texts.denied)}</p>}
    </>
  );
}

import { Zap } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { welcomeTexts } from '../../platform/texts/welcome.ts';
import { recentGroups } from '../../storage/queries.ts';
import { TicketBadge } from '../badges/status.tsx';
import { db } from '../data/database.ts';
import { useCommand } from '../data/use-command.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { useTranslator } from '../shell/language.tsx';
import { provokeTestError, TEST_ERROR } from './provoke.ts';

const texts = welcomeTexts.test;

/** Errors looked through for the provoked one: it is among the newest. */
const LATEST = 20;

/** Has a page fail on purpose and shows the ticket that comes of it: the whole way, once. */
export function TestErrorCard() {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const [found, setFound] = useState<boolean | null>(null);
  const live = useLiveQuery(() => recentGroups(db, { limit: LATEST }), []);
  const group = live.state === 'ready' ? live.data.find(({ message }) => message.includes(TEST_ERROR)) : undefined;
  return (
    <Card title={t(texts.title)} icon={Zap}>
      <p class="muted">{t(texts.intro)}</p>
      <p>
        <Button
          icon={Zap}
          busy={state.state === 'busy'}
          onClick={() => run(async () => setFound(await provokeTestError()))}
        >
          {t(texts.action)}
        </Button>
      </p>
      <p role="status">
        {found === false && t(texts.noPage)}
        {state.state === 'failed' && t(texts.refused)}
        {found === true && group?.ticket == null && t(texts.waiting)}
        {group?.ticket && (
          <>
            {t(texts.arrived)} <TicketBadge ticket={group.ticket} newTab />
          </>
        )}
      </p>
    </Card>
  );
}

import type { Settings } from '../../../core/settings.ts';
import { mailTexts } from '../../../platform/texts/mail.ts';
import { heldAddresses } from '../../../storage/mail-queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Notice } from '../../design/notice.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { ApproveAddress } from '../../mail/approve-address.tsx';
import { useTranslator } from '../../shell/language.tsx';

const texts = mailTexts.held;

/** Addresses that pages named and nobody has allowed yet, with how many messages wait for each. */
export function HeldAddresses({ stored }: { stored: Settings['notifications'] }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => heldAddresses(db), []);
  if (live.state !== 'ready' || live.data.length === 0) return null;
  return (
    <Notice tone="warning" title={t(texts.title)}>
      <p>{t(texts.body)}</p>
      <ul>
        {live.data.map(({ address, count }) => (
          <li key={address}>
            {oneLine(address, 120)} <span class="muted small">{t(texts.count, { count })}</span>{' '}
            <ApproveAddress address={address} settings={stored} />
            <ApproveAddress address={address} settings={stored} domain />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

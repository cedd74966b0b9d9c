import { ShieldCheck } from 'lucide-preact';
import { domainOf, isTrusted } from '../../core/mail/trust.ts';
import type { Settings } from '../../core/settings.ts';
import { send } from '../../messages/client.ts';
import { notificationTexts as texts } from '../../platform/texts/notifications.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { useTeam } from '../data/use-team.ts';
import { Button } from '../design/button.tsx';
import { FieldError } from '../design/field.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';

interface ApproveAddressProps {
  /** Named by a page. */
  address: string;
  settings: Settings['notifications'];
  /** All of its domain, rather than the address alone. */
  domain?: boolean;
}

/** Allows an address that a page named: what is held for it goes out. In a team its administrators alone may; the others are told so, once. */
export function ApproveAddress({ address, settings, domain = false }: ApproveAddressProps) {
  const { t } = useTranslator();
  const team = useTeam();
  if (team.state !== 'ready') return null;
  const mayApprove = team.data === null || team.data.team.role === 'admin';
  if (!mayApprove) return domain ? null : <span class="muted small">{t(texts.askAdmin)}</span>;
  // Of a team, until its database has let the message go.
  if (isTrusted(address, { ...settings, own: [] }))
    return domain ? null : <span class="muted small">{t(texts.goesOut)}</span>;
  return <ApproveButton address={address} domain={domain} />;
}

function ApproveButton({ address, domain }: { address: string; domain: boolean }) {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const wanted = domain ? domainOf(address) : address;
  const approve = () =>
    run(async () => {
      await send({ type: 'mail.allow', id: crypto.randomUUID(), to: wanted });
      announce(t(texts.approved));
    });
  const shown = oneLine(wanted, 120);
  return (
    <span>
      <Button
        size="small"
        icon={ShieldCheck}
        busy={state.state === 'busy'}
        {...(domain ? {} : { 'aria-label': t(texts.approveOf, { person: shown }) })}
        onClick={approve}
      >
        {domain ? t(texts.approveDomain, { domain: shown }) : t(texts.approve)}
      </Button>
      <span role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </span>
    </span>
  );
}

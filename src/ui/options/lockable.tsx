import type { ComponentChildren } from 'preact';
import type { SettingKey } from '../../core/settings.ts';
import { isTeamSetting } from '../../core/sync/team-settings.ts';
import type { Text } from '../../platform/i18n.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { teamTexts } from '../../platform/texts/team.ts';
import { useTeam } from '../data/use-team.ts';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';

interface LockableProps {
  /** The settings that stand in this part. */
  settings: readonly SettingKey[];
  locked: readonly string[];
  children: ComponentChildren;
}

/** A part of the options, or, where others decide about its settings, the same to read only, with the reason. */
export function Lockable({ settings, locked, children }: LockableProps) {
  const { t } = useTranslator();
  const team = useTeam();
  const role = team.state === 'ready' && settings.some(isTeamSetting) ? team.data?.team.role : undefined;
  const reason = reasonOf(settings.some((key) => locked.includes(key)) ? 'policy' : role);
  if (reason === null) return children;
  return (
    <fieldset class="lockable" disabled={reason.locks}>
      <Notice tone="info">
        <p>{t(reason.text)}</p>
      </Notice>
      {children}
    </fieldset>
  );
}

/** `undefined`: nobody else. */
function reasonOf(who: string | null | undefined): { text: Text; locks: boolean } | null {
  if (who === undefined) return null;
  if (who === 'policy') return { text: optionsTexts.locked, locks: true };
  if (who === 'admin') return { text: teamTexts.settingsOfTeam, locks: false };
  return { text: teamTexts.settingsOfAdmins, locks: true };
}

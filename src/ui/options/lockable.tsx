import type { ComponentChildren } from 'preact';
import type { SettingKey } from '../../core/settings.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';

interface LockableProps {
  /** The settings that stand in this part. */
  settings: readonly SettingKey[];
  locked: readonly string[];
  children: ComponentChildren;
}

/** A part of the options, or, where an administrator keeps its settings, the same to read only, with the reason. */
export function Lockable({ settings, locked, children }: LockableProps) {
  const { t } = useTranslator();
  if (!settings.some((key) => locked.includes(key))) return children;
  return (
    <fieldset class="lockable" disabled>
      <Notice tone="info">
        <p>{t(optionsTexts.locked)}</p>
      </Notice>
      {children}
    </fieldset>
  );
}

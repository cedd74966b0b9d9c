import type { Settings } from '../../core/settings.ts';

/** The setting with one rule turned on or off; everything else as it is. */
export function withRule(settings: Settings['ignore'], id: string, enabled: boolean): Settings['ignore'] {
  if (settings.rules.some((rule) => rule.id === id)) {
    return { ...settings, rules: settings.rules.map((rule) => (rule.id === id ? { ...rule, enabled } : rule)) };
  }
  const others = settings.disabled.filter((each) => each !== id);
  return { ...settings, disabled: enabled ? others : [...others, id] };
}

import type { ComponentChildren } from 'preact';
import { Icon, type LucideIcon } from './icon.tsx';

/** What stands where nothing is yet: why, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon: LucideIcon;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon of={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

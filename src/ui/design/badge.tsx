import type { ComponentChildren } from 'preact';
import { Icon, type LucideIcon } from './icon.tsx';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

interface BadgeProps {
  tone: Tone;
  icon: LucideIcon;
  children: ComponentChildren;
  /** Makes the badge a link. */
  href?: string;
  newTab?: boolean;
}

/** A state in a frame: picture, words and colour say the same. */
export function Badge({ tone, icon, children, href, newTab = false }: BadgeProps) {
  const content = (
    <>
      <Icon of={icon} />
      {children}
    </>
  );
  if (href === undefined) {
    return (
      <span class="badge" data-tone={tone}>
        {content}
      </span>
    );
  }
  return (
    <a class="badge" data-tone={tone} href={href} {...(newTab && { target: '_blank', rel: 'noopener' })}>
      {content}
    </a>
  );
}

/** The same without a frame, for facts that come many to a screen. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: {
  tone?: Tone;
  icon: LucideIcon;
  children: ComponentChildren;
}) {
  return (
    <span class="tag" data-tone={tone}>
      <Icon of={icon} />
      {children}
    </span>
  );
}

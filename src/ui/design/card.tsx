import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type LucideIcon } from './icon.tsx';

interface CardProps {
  title: string;
  icon?: LucideIcon;
  /** Stands at the end of the head: a count, a button. */
  aside?: ComponentChildren;
  /** The content reaches the edges (tables) instead of standing in a margin. */
  flush?: boolean;
  children: ComponentChildren;
}

/** A titled part of a page, which readers of the screen can jump to. */
export function Card({ title, icon, aside, flush = false, children }: CardProps) {
  const heading = useId();
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="card-head">
        <h2 id={heading}>
          {icon && <Icon of={icon} />}
          {title}
        </h2>
        {aside}
      </div>
      <div class={flush ? '' : 'card-body'}>{children}</div>
    </section>
  );
}

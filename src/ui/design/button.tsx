import type { ComponentChildren, JSX } from 'preact';
import { Icon, type LucideIcon } from './icon.tsx';

interface Look {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: LucideIcon;
  children: ComponentChildren;
}

interface ButtonProps extends Look {
  onClick?: (event: JSX.TargetedMouseEvent<HTMLButtonElement>) => void;
  type?: 'button' | 'submit';
  disabled?: boolean;
  /** Work is under way: the button keeps the focus but does nothing. */
  busy?: boolean;
  id?: string;
  'aria-describedby'?: string;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export function Button({ kind, size, icon, children, type = 'button', busy = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      class="button"
      type={type}
      data-kind={kind}
      data-size={size}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  href: string;
  /** Opens a tab of its own, as everything does from the popup. */
  newTab?: boolean;
}

export function ButtonLink({ kind, size, icon, children, href, newTab = false }: ButtonLinkProps) {
  return (
    <a
      class="button"
      data-kind={kind}
      data-size={size}
      href={href}
      {...(newTab && { target: '_blank', rel: 'noopener' })}
    >
      {icon && <Icon of={icon} />}
      {children}
    </a>
  );
}

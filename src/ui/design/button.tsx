import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useShortcutsOn } from '../shortcuts/use-shortcuts.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

interface Look {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: LucideIcon;
  children: ComponentChildren;
}

interface ButtonProps extends Look {
  onClick?: (event: JSX.TargetedMouseEvent<HTMLButtonElement>) => void;
  type?: 'button' | 'submit';
  /** Has nothing to do. While it has the focus it keeps it, or browsers would forget where one is. */
  disabled?: boolean;
  /** Work is under way: the button keeps the focus but does nothing. */
  busy?: boolean;
  id?: string;
  /** Has the focus when its dialog opens. */
  autofocus?: boolean;
  /** The shortcut that does the same: shown, and told to readers of the screen. */
  keys?: string;
  /** Says more than the visible words, which it must contain. */
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-expanded'?: boolean;
  'aria-controls'?: string;
}

export function Button({
  kind,
  size,
  icon,
  children,
  keys,
  type = 'button',
  busy = false,
  disabled = false,
  onClick,
  ...rest
}: ButtonProps) {
  const shown = useShownKeys(keys);
  const idle = useIdle(disabled, busy);
  return (
    <button
      {...rest}
      aria-keyshortcuts={shown?.toUpperCase()}
      class="button"
      type={type}
      data-kind={kind}
      data-size={size}
      {...idle}
      onClick={(event) => {
        if (disabled || busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon of={icon} />}
      {children}
      {shown !== undefined && <Kbd keys={shown} />}
    </button>
  );
}

/** Says that a button does nothing now, in the way that leaves it the focus if it has it. */
function useIdle(disabled: boolean, busy: boolean) {
  const [focused, setFocused] = useState(false);
  const out = disabled && !focused;
  return {
    disabled: out,
    'aria-disabled': ((disabled || busy) && !out) || undefined,
    'aria-busy': busy || undefined,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}

/** The key of a control, as long as keys do anything. */
function useShownKeys(keys: string | undefined): string | undefined {
  return useShortcutsOn() ? keys : undefined;
}

interface IconLook {
  icon: LucideIcon;
  /** What it does, for readers of the screen. */
  label: string;
  /** What it does, for the title; shorter than the label where the place says the rest. */
  title?: string;
  size?: 'normal' | 'small';
}

interface IconButtonProps extends IconLook {
  keys?: string;
  onClick: (event: JSX.TargetedMouseEvent<HTMLButtonElement>) => void;
}

/** A button that is a picture alone; only where many stand side by side, or the place says what it is. */
export function IconButton({ icon, label, title = label, keys, size, onClick }: IconButtonProps) {
  return (
    <button
      class="button"
      type="button"
      data-kind="quiet"
      data-shape="icon"
      data-size={size}
      aria-label={label}
      aria-keyshortcuts={useShownKeys(keys)?.toUpperCase()}
      title={title}
      onClick={onClick}
    >
      <Icon of={icon} />
    </button>
  );
}

/** The same as a link. */
export function IconLink({ icon, label, title = label, size = 'small', href }: IconLook & { href: string }) {
  return (
    <a class="button" data-kind="quiet" data-shape="icon" data-size={size} aria-label={label} title={title} href={href}>
      <Icon of={icon} />
    </a>
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

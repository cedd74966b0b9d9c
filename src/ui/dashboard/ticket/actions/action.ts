import type { LucideIcon } from '../../../design/icon.tsx';

/** One thing to do to a ticket: a button, and where it has one, a key. */
export interface Action {
  name: string;
  icon: LucideIcon;
  label: string;
  keys?: string;
  /** The step that usually comes next. */
  next?: boolean;
  run: () => void;
}

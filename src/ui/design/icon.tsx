import type { LucideIcon } from 'lucide-preact';

export type { LucideIcon } from 'lucide-preact';

/** A picture beside words. It is never the only bearer of a meaning, so readers of the screen skip it. */
export function Icon({ of: Shape }: { of: LucideIcon }) {
  return <Shape class="icon" size={18} strokeWidth={2} aria-hidden="true" focusable="false" />;
}

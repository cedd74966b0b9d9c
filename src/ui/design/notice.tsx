import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Tone } from './badge.tsx';
import { Icon } from './icon.tsx';

export type NoticeTone = Exclude<Tone, 'neutral'>;

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleX } as const;

interface NoticeProps {
  tone: NoticeTone;
  title?: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** A message that stays in the page. To have it spoken when it appears, put it inside a live region that was there before. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone}>
      <Icon of={ICONS[tone]} />
      <div class="notice-body">
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
        {actions !== undefined && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { Card } from '../design/card.tsx';
import type { LucideIcon } from '../design/icon.tsx';

interface SectionProps {
  /** Of the link in the list of contents. */
  id: string;
  title: string;
  icon: LucideIcon;
  intro?: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ id, title, icon, intro, aside, children }: SectionProps) {
  return (
    <div id={id} class="section">
      <Card title={title} icon={icon} aside={aside}>
        <div class="section-body">
          {intro !== undefined && <p class="muted">{intro}</p>}
          {children}
        </div>
      </Card>
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import type { GroupWithTicket } from '../../storage/queries.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { ErrorTypeTag } from '../badges/error-type.tsx';
import { Place } from '../badges/place.tsx';
import { TicketBadge } from '../badges/status.tsx';
import { CapturedLine } from '../design/captured.tsx';
import { Time } from '../design/time.tsx';
import { useTranslator } from '../shell/language.tsx';
import { errorHref } from '../shell/links.ts';

interface ErrorItemProps {
  group: GroupWithTicket;
  count: number;
  lastSeen: string;
  selected: boolean;
  /** Somebody points at it, or moves the focus into it. */
  onSelect: () => void;
  /** What can be done to it, while it is the selected one. */
  children: ComponentChildren;
}

/** One error in the popup: what, where, how often, when, and its ticket. */
export function ErrorItem({ group, count, lastSeen, selected, onSelect, children }: ErrorItemProps) {
  const { t, number } = useTranslator();
  return (
    <li class="error-item" data-selected={selected || undefined} onFocusIn={onSelect} onPointerDown={onSelect}>
      <div class="error-item-head">
        <ErrorTypeTag type={group.error_type} />
        <span class="muted small nowrap">
          <Time iso={lastSeen} />
        </span>
      </div>
      <a class="row-link" href={errorHref(group.last_error_id, true)} target="_blank" rel="noopener">
        <CapturedLine text={group.message} />
      </a>
      <div class="error-item-foot">
        <span class="error-item-place muted">
          <Place source={group.source} line={group.line} />
        </span>
        <span class="small nowrap" title={t(commonTexts.occurrences, { count })}>
          <span aria-hidden="true">{`× ${number(count)}`}</span>
          <span class="visually-hidden">{t(commonTexts.occurrences, { count })}</span>
        </span>
        {group.ticket && <TicketBadge ticket={group.ticket} newTab />}
      </div>
      {selected && children}
    </li>
  );
}

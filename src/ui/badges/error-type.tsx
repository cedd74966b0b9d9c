import {
  Bug,
  CircleX,
  Cog,
  FileX,
  ServerCrash,
  ShieldX,
  SquareTerminal,
  TriangleAlert,
  WifiOff,
  type LucideIcon,
} from 'lucide-preact';
import type { ErrorType } from '../../core/rows.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { Tag } from '../design/badge.tsx';
import { useTranslator } from '../shell/language.tsx';

const ICONS: Record<ErrorType, LucideIcon> = {
  js_error: Bug,
  unhandled_rejection: CircleX,
  console_error: SquareTerminal,
  console_warn: TriangleAlert,
  http_error: ServerCrash,
  network_error: WifiOff,
  resource_error: FileX,
  csp_violation: ShieldX,
  worker_error: Cog,
};

/** What kind of error it is. */
export function ErrorTypeTag({ type }: { type: ErrorType }) {
  const { t } = useTranslator();
  return (
    <Tag tone={type === 'console_warn' ? 'warning' : 'danger'} icon={ICONS[type]}>
      {t(vocabulary.errorType[type])}
    </Tag>
  );
}

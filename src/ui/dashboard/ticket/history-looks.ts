import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArrowRightLeft,
  CircleCheck,
  CirclePlus,
  Clock,
  Flag,
  History,
  Languages,
  GitFork,
  GitMerge,
  Mail,
  MessageSquareText,
  RotateCcw,
  RotateCw,
  ShieldCheck,
  Siren,
  Rocket,
  Tag,
  Undo2,
  UserCheck,
  UserPlus,
  Wrench,
  type LucideIcon,
} from 'lucide-preact';
import type { SystemAction } from '../../../core/history.ts';
import type { historyTexts } from '../../../platform/texts/history.ts';
import type { Tone } from '../../design/badge.tsx';

export type KnownAction = keyof typeof historyTexts.action;

export interface Look {
  icon: LucideIcon;
  tone: Tone;
}

/** A picture and a colour for each kind of action: what is bad news, what is good, what is somebody's work. */
export const HISTORY_LOOKS: Record<KnownAction | SystemAction, Look> = {
  created: { icon: CirclePlus, tone: 'info' },
  client_linked: { icon: UserPlus, tone: 'neutral' },
  reopened: { icon: RotateCcw, tone: 'danger' },
  closure_cancelled: { icon: Undo2, tone: 'warning' },
  late_evidence: { icon: Clock, tone: 'neutral' },
  status: { icon: ArrowRightLeft, tone: 'info' },
  resolved: { icon: CircleCheck, tone: 'success' },
  closed: { icon: Archive, tone: 'success' },
  assigned: { icon: UserCheck, tone: 'info' },
  comment: { icon: MessageSquareText, tone: 'neutral' },
  priority: { icon: Flag, tone: 'warning' },
  category: { icon: Tag, tone: 'neutral' },
  snoozed: { icon: AlarmClock, tone: 'neutral' },
  unsnoozed: { icon: AlarmClockOff, tone: 'info' },
  merged: { icon: GitMerge, tone: 'info' },
  unmerged: { icon: Undo2, tone: 'warning' },
  split: { icon: GitFork, tone: 'info' },
  correction: { icon: Wrench, tone: 'success' },
  notified: { icon: Mail, tone: 'info' },
  allowed: { icon: ShieldCheck, tone: 'info' },
  resent: { icon: RotateCw, tone: 'neutral' },
  redeployed: { icon: Rocket, tone: 'info' },
  escalated: { icon: Siren, tone: 'danger' },
  translated: { icon: Languages, tone: 'info' },
  older_release: { icon: History, tone: 'neutral' },
};

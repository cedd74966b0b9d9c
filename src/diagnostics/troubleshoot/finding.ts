import type { Settings } from '../../core/settings.ts';
import type { Text, TextValues } from '../../platform/i18n.ts';
import type { Speaker } from '../speaker.ts';
import type { Surroundings } from '../surroundings.ts';

/** What one check found: all is well, something to do, or merely good to know. */
export interface Finding {
  state: 'ok' | 'problem' | 'info';
  text: string;
}

/** One of the guide's problems with what was found about each of its causes. */
export interface CaseReport {
  problem: string;
  findings: Finding[];
}

export interface CasePorts extends Surroundings {
  speaker: Speaker;
  /** As stored now. */
  settings: Settings;
}

/** A problem that the guide knows: its name, and its causes checked one by one. */
export interface KnownCase {
  title: Text;
  check(ports: CasePorts, find: Finder): Promise<Finding[]>;
}

export interface Finder {
  ok(text: Text, values?: TextValues): Finding;
  problem(text: Text, values?: TextValues): Finding;
  info(text: Text, values?: TextValues): Finding;
}

export function finder(speaker: Speaker): Finder {
  const of = (state: Finding['state']) => (text: Text, values?: TextValues) => ({
    state,
    text: speaker.translator().t(text, values),
  });
  return { ok: of('ok'), problem: of('problem'), info: of('info') };
}

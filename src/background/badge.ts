/** The browser's side of the number on the icon. */
export interface BadgePort {
  /** Shows `text` on one tab's icon. May reject when the tab is gone. */
  show(tab: number, text: string, color: string): Promise<void>;
}

/** The number on each tab's icon. Nothing here throws or rejects: a badge is a convenience. */
export interface Badge {
  count(tab: number, count: number): Promise<void>;
  /** The page is on a site that is switched off. */
  paused(tab: number): Promise<void>;
}

const ERROR_COLOR = '#b3261e';
const PAUSED_COLOR = '#6b7280';

export function createBadge(port: BadgePort, onFailure: (error: unknown) => void): Badge {
  async function show(tab: number, text: string, color: string): Promise<void> {
    try {
      await port.show(tab, text, color);
    } catch (error) {
      if (!isTabGone(error)) onFailure(error);
    }
  }
  return {
    count: (tab, count) => show(tab, badgeText(count), ERROR_COLOR),
    paused: (tab) => show(tab, '–', PAUSED_COLOR),
  };
}

/** Four characters fit on the icon. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  if (count < 1_000) return String(count);
  if (count < 1_000_000) return `${Math.floor(count / 1_000)}k`;
  return `${Math.min(999, Math.floor(count / 1_000_000))}M`;
}

/** Tabs close at any moment; Chromium and Firefox say so in these words only. */
function isTabGone(error: unknown): boolean {
  return error instanceof Error && /no tab with id|invalid tab id/i.test(error.message);
}

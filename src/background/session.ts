/**
 * A mark that lives exactly as long as the browser (and the loaded extension), as `storage.session` does. Tab ids mean nothing beyond
 * that, so what is kept per tab is of this session only if the mark is there.
 */
export interface SessionMark {
  isSet(): Promise<boolean>;
  set(): Promise<void>;
}

/**
 * Forgets the tabs of a former session, once. Marks last: killed half-way, the next start forgets again, and nothing can have been
 * written in between because all writing waits for this.
 */
export async function enterSession(mark: SessionMark, forgetTabs: () => Promise<void>): Promise<void> {
  if (await mark.isSet()) return;
  await forgetTabs();
  await mark.set();
}

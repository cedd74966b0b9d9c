/**
 * Tab ids mean nothing once the browser was closed, so what is kept per tab must be forgotten then. `storage.session` lives exactly as
 * long as the browser (and the loaded extension): a mark in it says that the rows are of this session.
 */
export interface SessionPorts {
  marked: () => Promise<boolean>;
  mark: () => Promise<void>;
  forgetTabs: () => Promise<void>;
}

/**
 * Forgets the tabs of a former session, once. Marks last: killed half-way, the next start forgets again, and nothing can have been
 * written in between because all writing waits for this.
 */
export async function enterSession({ marked, mark, forgetTabs }: SessionPorts): Promise<void> {
  if (await marked()) return;
  await forgetTabs();
  await mark();
}

/* Answers that a site wants only as traces in later occurrences are counted by their status, under these names. */

const PREFIX = 'quiet-status:';

export function quietReason(status: number): string {
  return `${PREFIX}${status}`;
}

/** The status that a reason names; null when it is another reason. */
export function quietStatusOf(reason: string): string | null {
  return reason.startsWith(PREFIX) ? reason.slice(PREFIX.length) : null;
}

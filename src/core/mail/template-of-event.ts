const BY_EVENT: Partial<Record<string, string>> = {
  reopened: 'error-returned',
  closed: 'ticket-closed',
  escalated: 'error-escalated',
  notify: 'ticket-message',
};

/** The template that tells of an event. @param emailTemplate names the one of new errors. */
export function templateOfEvent(event: string, emailTemplate: string): string {
  return event === 'created' ? emailTemplate : (BY_EVENT[event] ?? 'ticket-message');
}

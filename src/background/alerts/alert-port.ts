/** The browser's own notifications. */
export interface AlertPort {
  /** Whether its user lets us show any. */
  allowed: () => Promise<boolean>;
  /** Shows this in the place of the one before. */
  show: (title: string, message: string) => Promise<void>;
  /** Takes it away. */
  clear: () => Promise<void>;
}

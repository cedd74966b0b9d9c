import type { AlertPort } from '../../../src/background/alerts/alert-port.ts';

/** A screen that one can read. */
export class FakeAlertPort implements AlertPort {
  granted = true;
  /** Every notification that was shown. */
  readonly shown: string[] = [];
  /** The worker is killed when it asks for one: before it is there, or after. */
  dies: 'before' | 'after' | null = null;

  async allowed(): Promise<boolean> {
    return this.granted;
  }

  async show(title: string, message: string): Promise<void> {
    if (this.dies !== 'before') this.shown.push(`${title} | ${message}`);
    if (this.dies !== null) throw new Error('killed');
  }

  async clear(): Promise<void> {}
}

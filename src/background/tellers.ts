import type { AlertPort } from './alerts/alert-port.ts';
import { createAlerts, type Alerts } from './alerts/alerts.ts';
import type { CaptureContext } from './ingest/context.ts';
import { createMailDelivery, type MailDelivery } from './mail/mail-delivery.ts';
import type { MailPorts } from './mail/mail-ports.ts';

/** Those who tell people what has happened. */
export interface Tellers {
  mails: MailDelivery;
  /** On the screen of this browser. */
  alerts: Alerts;
}

interface TellerPorts extends Omit<MailPorts, 'settings'> {
  alert: AlertPort;
}

export function createTellers(ports: TellerPorts, context: () => Promise<CaptureContext>): Tellers {
  const settings = async () => (await context()).settings;
  return { mails: createMailDelivery({ ...ports, settings }), alerts: createAlerts({ ...ports, settings }) };
}

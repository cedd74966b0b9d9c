import { vi } from 'vitest';
import { readPacket } from '../../src/relay/read-packet.ts';
import { parseRecord } from '../../src/background/ingest/record.ts';
import { stamp } from '../../src/relay/stamp.ts';
import { HOOK_EVENT, QUIET_EVENT, RECORDS_EVENT, STOP_EVENT, type WireRecord } from '../../src/relay/wire.ts';
import * as classes from './fake-classes.ts';

type Fetch = (...args: unknown[]) => Promise<unknown>;

/** The relay of a page: takes the channel that it is offered, and what comes through it, as long as it lives. */
class FakeRelay {
  readonly packets: string[] = [];
  channel: EventTarget | null = null;
  living = true;
  quiet = false;

  readonly onHook = (event: Event): void => {
    if (!(event instanceof classes.FakeMouseEvent) || !this.living || this.channel) return;
    this.channel = event.relatedTarget;
    this.channel?.addEventListener(RECORDS_EVENT, (packet) => {
      if (!this.living || !(packet instanceof CustomEvent)) return;
      this.packets.push(String(packet.detail));
      packet.preventDefault();
    });
    if (this.quiet) this.channel?.dispatchEvent(new Event(QUIET_EVENT, { cancelable: true }));
    event.preventDefault();
  };
}

interface PageOptions {
  living?: boolean;
  /** The page must find no trace of the capture. */
  quiet?: boolean;
  fetch?: Fetch;
}

export type FakePage = Awaited<ReturnType<typeof openPage>>;

/**
 * A page in Node with the capture running in it and a relay that takes what it sends: real built-ins, fake time. What only a
 * browser can show (worlds, order of listeners, stacks) is left to the browser tests.
 */
export async function openPage({ living = true, quiet = false, fetch = noAnswer }: PageOptions = {}) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  const window: EventTarget & { fetch: Fetch } = Object.assign(new classes.FakeEventTarget(), { fetch });
  Object.defineProperty(window, 'self', {
    get(this: unknown) {
      if (this !== window) throw new TypeError('Illegal invocation');
      return window;
    },
  });
  const document = new classes.FakeDocument();
  const natives = { error: vi.fn(), warn: vi.fn(), assert: vi.fn(), log: vi.fn() };
  vi.stubGlobal('console', { ...natives });
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  vi.stubGlobal('performance', new classes.FakePerformance());
  // The clock runs on fake time; the page's own dates are real ones.
  vi.stubGlobal('Date', RealDate);
  vi.stubGlobal('EventTarget', classes.FakeEventTarget);
  vi.stubGlobal('MouseEvent', classes.FakeMouseEvent);
  vi.stubGlobal('ErrorEvent', classes.FakeErrorEvent);
  vi.stubGlobal('PromiseRejectionEvent', classes.FakeRejectionEvent);
  vi.stubGlobal('Node', classes.FakeNode);
  vi.stubGlobal('Element', classes.FakeElement);
  vi.stubGlobal('Document', classes.FakeDocument);
  vi.stubGlobal('MutationObserver', classes.FakeMutationObserver);
  vi.stubGlobal('Performance', classes.FakePerformance);
  vi.stubGlobal('XMLHttpRequest', classes.FakeRequest);

  const relay = new FakeRelay();
  relay.living = living;
  relay.quiet = quiet;
  window.addEventListener(HOOK_EVENT, relay.onHook);
  // The natives are taken when the modules are loaded: each page needs its own.
  vi.resetModules();
  const { startCapture } = await import('../../src/capture/start.ts');
  startCapture();
  current = relay;

  return {
    window,
    document,
    natives,
    relay,
    startCapture,
    fetch: (...args: unknown[]): Promise<unknown> => Reflect.apply(window.fetch, undefined, args),
    /** What was handed over so far, whole, once `ms` have passed. */
    after(ms: number): WireRecord[] {
      vi.advanceTimersByTime(ms);
      return relay.packets.flatMap(recordsOf);
    },
    lost: (): number => relay.packets.reduce((sum, packet) => sum + readPacket(packet).lost, 0),
    throwUncaught(message: string, error?: unknown): void {
      window.dispatchEvent(new classes.FakeErrorEvent('error', { message, error }));
    },
    /** Answers the promise, to be handled later. */
    reject(reason: unknown, promise: object = {}): object {
      window.dispatchEvent(new classes.FakeRejectionEvent('unhandledrejection', { promise, reason }));
      return promise;
    },
    handle(promise: object): void {
      window.dispatchEvent(new classes.FakeRejectionEvent('rejectionhandled', { promise }));
    },
  };
}

const RealDate = Date;

/** The relay of the page that is open. */
let current: FakeRelay | null = null;

/** To be called after each test: the capture takes back what it put on classes that all pages here share. */
export function closePage(): void {
  current?.channel?.dispatchEvent(new Event(STOP_EVENT));
  current = null;
  vi.unstubAllGlobals();
  vi.useRealTimers();
}

/** The records of a packet as the background has them: what it would refuse fails here. */
function recordsOf(packet: string): WireRecord[] {
  return readPacket(packet).records.map((record) => {
    const parsed = parseRecord(stamp(record));
    if ('reason' in parsed) throw new Error(`The background refuses what was captured: ${parsed.reason}`);
    return parsed.record;
  });
}

function noAnswer(): Promise<unknown> {
  return new Promise(() => undefined);
}

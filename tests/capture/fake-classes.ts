/**
 * The classes of a browser that Node lacks, as far as the capture reads them: getters on the prototype that throw for other objects,
 * as private fields make them.
 */

/** Node's own, which does not understand `removeEventListener(type, listener, true)`. */
export class FakeEventTarget extends EventTarget {
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...args);
  }
  override removeEventListener(type: string, listener: EventListener, capture?: boolean | EventListenerOptions): void {
    super.removeEventListener(type, listener, typeof capture === 'boolean' ? { capture } : capture);
  }
  override dispatchEvent(event: Event): boolean {
    return super.dispatchEvent(event);
  }
}

export class FakeMouseEvent extends Event {
  readonly #relatedTarget: EventTarget | null;
  constructor(type: string, init: EventInit & { relatedTarget?: EventTarget } = {}) {
    super(type, init);
    this.#relatedTarget = init.relatedTarget ?? null;
  }
  get relatedTarget(): EventTarget | null {
    return this.#relatedTarget;
  }
}

interface ErrorFacts {
  message?: string;
  filename?: string;
  lineno?: number;
  colno?: number;
  error?: unknown;
}

export class FakeErrorEvent extends Event {
  readonly #facts: ErrorFacts;
  constructor(type: string, facts: ErrorFacts = {}) {
    super(type);
    this.#facts = facts;
  }
  get message(): string {
    return this.#facts.message ?? '';
  }
  get filename(): string {
    return this.#facts.filename ?? '';
  }
  get lineno(): number {
    return this.#facts.lineno ?? 0;
  }
  get colno(): number {
    return this.#facts.colno ?? 0;
  }
  get error(): unknown {
    return this.#facts.error;
  }
}

export class FakeRejectionEvent extends Event {
  readonly #promise: object;
  readonly #reason: unknown;
  constructor(type: string, { promise, reason }: { promise: object; reason?: unknown }) {
    super(type);
    this.#promise = promise;
    this.#reason = reason;
  }
  get promise(): object {
    return this.#promise;
  }
  get reason(): unknown {
    return this.#reason;
  }
}

export class FakeNode extends FakeEventTarget {
  readonly #nodeName: string;
  constructor(nodeName: string) {
    super();
    this.#nodeName = nodeName;
  }
  get nodeName(): string {
    return this.#nodeName;
  }
  get baseURI(): string {
    return this.#nodeName && 'https://app.example/page';
  }
}

export class FakeElement extends FakeNode {
  readonly #attributes: Record<string, string>;
  constructor(nodeName: string, attributes: Record<string, string> = {}) {
    super(nodeName);
    this.#attributes = attributes;
  }
  get localName(): string {
    return this.nodeName.toLowerCase();
  }
  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }
}

export class FakeDocument extends FakeNode {
  /** What was called, in order. */
  readonly calls: string[] = [];
  constructor() {
    super('#document');
  }
  createElement(name: string): FakeElement {
    return new FakeElement(name.toUpperCase());
  }
  open(): this {
    this.calls.push('open');
    return this;
  }
  write(...texts: string[]): void {
    this.calls.push(`write ${texts.join('')}`);
  }
  writeln(...texts: string[]): void {
    this.calls.push(`writeln ${texts.join('')}`);
  }
}

export class FakeMutationObserver {
  /** How many watch something. */
  static watching = 0;
  observe(): void {
    FakeMutationObserver.watching += 1;
  }
  disconnect(): void {
    FakeMutationObserver.watching = 0;
  }
}

export class FakePerformance {
  readonly #clock = Date;
  readonly #start = Date.now();
  now(): number {
    return this.#clock.now() - this.#start;
  }
}

/** As if the browser had dispatched it: only it can make events that say so. */
function trusted(event: Event): Event {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}

export class FakeRequest extends FakeEventTarget {
  readonly #answer: { status?: number; statusText?: string; thrown?: unknown };
  #synchronous = false;
  constructor(answer: { status?: number; statusText?: string; thrown?: unknown } = {}) {
    super();
    this.#answer = answer;
  }
  get status(): number {
    return this.#answer.status ?? 0;
  }
  get statusText(): string {
    return this.#answer.statusText ?? '';
  }
  get responseURL(): string {
    return this.#answer.status ? 'https://app.example/answered' : '';
  }
  open(...args: unknown[]): void {
    this.#synchronous = args[2] === false;
  }
  send(..._args: unknown[]): void {
    // Firefox dispatches, then throws.
    if (this.#answer.thrown !== undefined) this.dispatchEvent(trusted(new Event('error')));
    if (this.#answer.thrown !== undefined) throw this.#answer.thrown;
    if (this.#synchronous) this.dispatchEvent(trusted(new Event('load')));
  }
}

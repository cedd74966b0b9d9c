import type { CapturePort, OpenTab, Registration } from '../../../src/background/sites/capture-port.ts';

/** What the manifest grants and covers by itself. */
export const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

/** The browser's part of capture, with the refusals that both browsers have in common. */
export class FakeCapturePort implements CapturePort {
  grants: string[] = [];
  scripts: Registration[] = [];
  /** Open tabs: id → address. */
  tabs = new Map<number, string>();
  injected: number[] = [];
  /** What outlives an update. */
  memory: unknown;
  calls: string[] = [];
  broken = new Set<number>();

  async granted(): Promise<string[]> {
    return [...this.grants];
  }

  fixed(): string[] {
    return LOOPBACK;
  }

  async registered(): Promise<Registration[]> {
    return structuredClone(this.scripts);
  }

  async register(scripts: Registration[]): Promise<void> {
    this.calls.push('register');
    for (const script of scripts) {
      if (this.scripts.some(({ id }) => id === script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
      check(script);
    }
    this.scripts.push(...structuredClone(scripts));
  }

  async update(scripts: Registration[]): Promise<void> {
    this.calls.push('update');
    for (const script of scripts) {
      check(script);
      const index = this.scripts.findIndex(({ id }) => id === script.id);
      if (index === -1) throw new Error(`Nonexistent script ID '${script.id}'`);
      this.scripts[index] = structuredClone(script);
    }
  }

  async unregister(ids: string[]): Promise<void> {
    this.calls.push('unregister');
    for (const id of ids) {
      if (!this.scripts.some((script) => script.id === id)) throw new Error(`Nonexistent script ID '${id}'`);
    }
    this.scripts = this.scripts.filter(({ id }) => !ids.includes(id));
  }

  async kept(): Promise<unknown> {
    return structuredClone(this.memory);
  }

  async keep(scripts: Registration[]): Promise<void> {
    this.memory = structuredClone(scripts);
  }

  async openTabs(patterns: string[]): Promise<OpenTab[]> {
    for (const pattern of patterns) checkPattern(pattern);
    const open = [...this.tabs].map(([id, url]) => ({ id, url }));
    return patterns.length === 0 ? open : open.filter(({ url }) => patterns.some((pattern) => covers(pattern, url)));
  }

  async inject(tab: number): Promise<void> {
    if (this.broken.has(tab)) throw new Error('Frame with ID 0 is showing error page');
    this.calls.push(`inject ${tab}`);
    this.injected.push(tab);
  }

  async setUnobtrusive({ id }: OpenTab, unobtrusive: boolean): Promise<void> {
    if (this.broken.has(id)) throw new Error('Frame with ID 0 is showing error page');
    this.calls.push(`mode ${id} ${unobtrusive}`);
  }
}

function check({ matches, excludeMatches }: Registration): void {
  if (matches.length === 0) throw new Error('Script must specify at least one match');
  for (const pattern of [...matches, ...excludeMatches]) checkPattern(pattern);
}

function checkPattern(pattern: string): void {
  if (!/^(<all_urls>|(\*|https?):\/\/(\*|(\*\.)?[^/*:]+)\/.*)$/.test(pattern)) throw new Error(`Invalid: ${pattern}`);
}

/** As browsers match: a pattern without port is for every port. */
function covers(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const [scheme = '', host = ''] = pattern.slice(0, pattern.indexOf('/', 8)).split('://');
  const { protocol, hostname } = new URL(url);
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  return host === '*' || host === hostname || (host.startsWith('*.') && `.${hostname}`.endsWith(host.slice(1)));
}

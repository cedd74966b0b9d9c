/** The two scripts of a page, in the order in which they must run: the relay is listening when capture speaks. */
export const CAPTURE_SCRIPTS = [
  { id: 'vigie-relay', file: 'relay.js', world: 'ISOLATED' },
  { id: 'vigie-capture', file: 'capture.js', world: 'MAIN' },
] as const;

/**
 * Tells the relay of a page, before any script of the page runs, that nothing of it may be stood in for. Registered for the sites that want
 * it so; in whatever order the browser runs it and the others.
 */
export const UNOBTRUSIVE_SCRIPT = { id: 'vigie-unobtrusive', file: 'unobtrusive.js', world: 'ISOLATED' } as const;

/** A content script registered at run time: which pages it is for. Everything else about it is fixed. */
export interface Registration {
  id: string;
  matches: string[];
  excludeMatches: string[];
}

export interface OpenTab {
  id: number;
  /** Address of its page; '' when it is not ours to see. */
  url: string;
}

/** What the browser does for capture on granted sites. Injection covers tabs that were open before. */
export interface CapturePort {
  /** Match patterns of all hosts that are granted, those of the manifest included. */
  granted(): Promise<string[]>;
  /** The pages that the manifest's own scripts run in, whatever is granted. */
  fixed(): string[];
  registered(): Promise<Registration[]>;
  register(scripts: Registration[]): Promise<void>;
  update(scripts: Registration[]): Promise<void>;
  unregister(ids: string[]): Promise<void>;
  /** What was kept last, by whichever version; it can be read sooner than the database. */
  kept(): Promise<unknown>;
  keep(scripts: Registration[]): Promise<void>;
  /** The open tabs whose page matches. */
  openTabs(patterns: string[]): Promise<OpenTab[]>;
  /** Runs both scripts in all frames of a tab that they may run in. */
  inject(tab: number): Promise<void>;
  /** Sets the mode of what runs, or will be injected, in the frames of a tab that belong to its page. */
  setUnobtrusive(tab: OpenTab, unobtrusive: boolean): Promise<void>;
}

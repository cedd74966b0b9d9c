import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CaseState, SelfTest, SelfTestCase } from './self-test-case.ts';

/** Cases shown at once: their time is mostly waiting. */
const AT_ONCE = 8;

interface SelfTestRun<Case> {
  /** Null while the catalogue is read. */
  cases: readonly Case[] | null;
  /** The catalogue could not be read. */
  broken: unknown;
  states: ReadonlyMap<string, CaseState>;
  running: boolean;
  start: (host: HTMLElement) => void;
}

/** The catalogue, and a run through it. */
export function useSelfTest<Case extends SelfTestCase>({ load, run }: SelfTest<Case>): SelfTestRun<Case> {
  const [cases, setCases] = useState<readonly Case[] | null>(null);
  const [broken, setBroken] = useState<unknown>(null);
  const [states, setStates] = useState<ReadonlyMap<string, CaseState>>(new Map());
  const [running, setRunning] = useState(false);
  const busy = useRef(false);

  useEffect(() => {
    load().then(setCases, setBroken);
  }, [load]);

  const start = useCallback(
    (host: HTMLElement) => {
      if (busy.current || cases === null) return;
      busy.current = true;
      setRunning(true);
      setStates(new Map());
      const note = (name: string, state: CaseState): void => setStates((before) => new Map(before).set(name, state));
      const runAll = async (): Promise<void> => {
        const shown = cases.filter(({ hidden }) => hidden === null);
        await workThrough(shown, async (one) => {
          note(one.name, { state: 'running' });
          note(one.name, await attempt(() => run(one, host)));
        });
        busy.current = false;
        setRunning(false);
      };
      void runAll();
    },
    [cases, run],
  );

  return { cases, broken, states, running, start };
}

/** A case that cannot even be run has failed. */
async function attempt(work: () => Promise<CaseState>): Promise<CaseState> {
  try {
    return await work();
  } catch (error) {
    return { state: 'failed', want: '', got: String(error) };
  }
}

/** Works through the list, several at once. */
async function workThrough<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

import type { Scenario } from './plan.ts';

/** What a page is to do. */
export interface Order {
  scenario: Scenario;
  times: number;
}

/** What only the page knows. Milliseconds and bytes. */
export interface PageFacts {
  wall?: number;
  /** Longest time between two frames. */
  gap?: number;
  /** Used JavaScript heap after a collection. */
  heap?: number;
  /** DOMContentLoaded of each load, since the navigation began. */
  ready?: number[];
}

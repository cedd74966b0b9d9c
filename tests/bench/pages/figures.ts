import type { Variant } from './plan.ts';
import type { Results } from './rounds.ts';
import type { Measured } from './session.ts';
import { median, medianOver } from './statistics.ts';

type Figure = 'page' | 'browser';

/** What one call cost, in µs, in each round that has it. */
function perCall({ rounds }: Results, variant: Variant, scenario: Measured['scenario'], figure: Figure): number[] {
  return rounds.map((round) => {
    const measured = round[variant].find((one) => one.scenario === scenario);
    return measured ? measured[figure] / measured.times / 1_000 : NaN;
  });
}

/** CPU of one call in µs. */
export function costOf(results: Results, variant: Variant, scenario: Measured['scenario'], figure: Figure): number {
  return median(perCall(results, variant, scenario, figure));
}

/** CPU of one call in µs beyond what the bare page spends on it. */
export function extraCost(results: Results, variant: Variant, scenario: Measured['scenario'], figure: Figure): number {
  return medianOver(perCall(results, variant, scenario, figure), perCall(results, 'bare', scenario, figure));
}

/** A fact that the page itself told, over all rounds. */
export function toldBy(results: Results, variant: Variant, fact: 'wall' | 'gap' | 'heap' | 'ready'): number {
  return median(results.rounds.flatMap((round) => round[variant].flatMap((one) => one[fact] ?? [])));
}

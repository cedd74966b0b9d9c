/** What tells kinds of values apart without running code of the page: getters that read an internal slot or throw. */
import { getPrototypeOf, getterOf, uncurry } from './natives.ts';

const typedArray = getPrototypeOf(Int8Array.prototype) ?? undefined;

export const typedArrayName = getterOf<string>(typedArray, Symbol.toStringTag);
export const typedArrayLength = getterOf<number>(typedArray, 'length');
export const bufferLength = getterOf<number>(ArrayBuffer.prototype, 'byteLength');
export const mapSize = getterOf<number>(Map.prototype, 'size');
export const setSize = getterOf<number>(Set.prototype, 'size');
export const regexpSource = getterOf<string>(RegExp.prototype, 'source');
export const dateText = uncurry(Date.prototype.toISOString) as (date: object) => string;
export const dateTime = uncurry(Date.prototype.getTime) as (date: object) => number;

export const mapEntries = uncurry(Map.prototype.entries) as (map: object) => object;
export const setValues = uncurry(Set.prototype.values) as (set: object) => object;
export const mapNext = uncurry(new Map().entries().next as unknown as () => IteratorResult<object>);
export const setNext = uncurry(new Set().values().next as unknown as () => IteratorResult<unknown>);

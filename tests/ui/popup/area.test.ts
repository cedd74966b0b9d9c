import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  areaBetween,
  fitted,
  middleArea,
  movedArea,
  resizedArea,
  type Area,
} from '../../../src/ui/popup/report/area.ts';

const PICTURE = { width: 200, height: 100 };

function isInside({ x, y, width, height }: Area): boolean {
  return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= PICTURE.width && y + height <= PICTURE.height;
}

const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

it('is the same whichever two corners are named, and nothing outside of the picture', () => {
  expect(areaBetween({ x: 150.4, y: 80 }, { x: 20, y: 500 }, PICTURE)).toEqual({
    x: 20,
    y: 80,
    width: 130,
    height: 20,
  });
  expect(areaBetween({ x: 20, y: 500 }, { x: 150.4, y: 80 }, PICTURE)).toEqual({
    x: 20,
    y: 80,
    width: 130,
    height: 20,
  });
});

it('is none for a click, nor beside the picture', () => {
  expect(areaBetween({ x: 10, y: 10 }, { x: 12, y: 90 }, PICTURE)).toBeNull();
  expect(areaBetween({ x: -50, y: 10 }, { x: -10, y: 90 }, PICTURE)).toBeNull();
});

it('stays in the picture wherever it is moved and however it is resized', () => {
  fc.assert(
    fc.property(fc.array(point), fc.array(point), (moves, sizes) => {
      let area = middleArea(PICTURE);
      for (const by of moves) area = movedArea(area, by, PICTURE);
      for (const by of sizes) area = resizedArea(area, by, PICTURE);
      expect(isInside(area)).toBe(true);
    }),
  );
});

it('fits a picture without turning it out of shape, and never enlarges one', () => {
  expect(fitted({ width: 3_200, height: 1_800 }, 1_600)).toEqual({ width: 1_600, height: 900 });
  expect(fitted(PICTURE, 1_600)).toEqual(PICTURE);
});

/** A point of a picture, in its pixels. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A part of a picture, in its whole pixels. */
export type Area = Point & Size;

/** Smaller ones are slips of the hand. */
const SMALLEST = 4;

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}

/** The area that has these two corners, as far as it is in the picture; null where there is none to speak of. */
export function areaBetween(a: Point, b: Point, picture: Size): Area | null {
  const left = clamp(Math.min(a.x, b.x), 0, picture.width);
  const top = clamp(Math.min(a.y, b.y), 0, picture.height);
  const width = clamp(Math.max(a.x, b.x), 0, picture.width) - left;
  const height = clamp(Math.max(a.y, b.y), 0, picture.height) - top;
  return width < SMALLEST || height < SMALLEST ? null : { x: left, y: top, width, height };
}

/** A quarter of the picture, in its middle: where somebody begins who has no pointer. */
export function middleArea({ width, height }: Size): Area {
  return {
    x: Math.round(width / 4),
    y: Math.round(height / 4),
    width: Math.max(1, Math.round(width / 2)),
    height: Math.max(1, Math.round(height / 2)),
  };
}

/** The area elsewhere in the picture. */
export function movedArea(area: Area, by: Point, picture: Size): Area {
  return {
    ...area,
    x: clamp(area.x + by.x, 0, picture.width - area.width),
    y: clamp(area.y + by.y, 0, picture.height - area.height),
  };
}

/** The area with its right and lower edges elsewhere. */
export function resizedArea(area: Area, by: Point, picture: Size): Area {
  return {
    ...area,
    width: clamp(area.width + by.x, Math.min(SMALLEST, picture.width), picture.width - area.x),
    height: clamp(area.height + by.y, Math.min(SMALLEST, picture.height), picture.height - area.y),
  };
}

/** The size at which no side is longer than `longest`. */
export function fitted({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

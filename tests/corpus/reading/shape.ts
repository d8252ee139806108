export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Closed outlines, curves as lines. */
export type Path = [number, number][][];

/** An area: inside by the even-odd rule, which is what Chromium's drawings and clips agree with. */
export class Shape {
  readonly box: Rectangle;
  readonly outlines: number;
  readonly #path: Path;

  constructor(path: Path) {
    this.#path = path;
    this.outlines = path.length;
    this.box = boxOfShape(path);
  }

  contains(x: number, y: number): boolean {
    const { left, top, right, bottom } = this.box;
    if (x < left || x > right || y < top || y > bottom) return false;
    let isInside = false;
    for (const outline of this.#path) {
      for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
        const [x1, y1] = outline[i]!;
        const [x2, y2] = outline[j]!;
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
      }
    }
    return isInside;
  }
}

export function boxOfShape(path: Path): Rectangle {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const outline of path) {
    for (const [x, y] of outline) {
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

/** How far two boxes reach into each other, the smaller way; negative if they are apart. */
export function overlapMm(a: Rectangle, b: Rectangle): number {
  return Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );
}

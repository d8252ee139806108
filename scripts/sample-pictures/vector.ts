/** A point or a direction: metres; x to the right, y upwards, z towards the viewer. */
export type Vector = readonly [number, number, number];

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export function normalise(a: Vector): Vector {
  const l = length(a);
  return l > 0 ? scale(a, 1 / l) : [0, 1, 0];
}

/** Turns about the axes in the order x, y, z (degrees), then a shift: from an object to the room. */
export interface Frame {
  /** Three columns: where the object's axes point. */
  axes: readonly [Vector, Vector, Vector];
  origin: Vector;
}

export function frame(origin: Vector, turn: Vector = [0, 0, 0]): Frame {
  const [x, y, z] = turn.map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const rotate = (v: Vector): Vector => {
    const a: Vector = [
      v[0],
      v[1] * Math.cos(x) - v[2] * Math.sin(x),
      v[1] * Math.sin(x) + v[2] * Math.cos(x),
    ];
    const b: Vector = [
      a[0] * Math.cos(y) + a[2] * Math.sin(y),
      a[1],
      -a[0] * Math.sin(y) + a[2] * Math.cos(y),
    ];
    return [b[0] * Math.cos(z) - b[1] * Math.sin(z), b[0] * Math.sin(z) + b[1] * Math.cos(z), b[2]];
  };
  return { axes: [rotate([1, 0, 0]), rotate([0, 1, 0]), rotate([0, 0, 1])], origin };
}

/** A direction of the object as one of the room. */
export function turned(f: Frame, v: Vector): Vector {
  const [x, y, z] = f.axes;
  return add(add(scale(x, v[0]), scale(y, v[1])), scale(z, v[2]));
}

/** A point of the object as one of the room. */
export function placed(f: Frame, v: Vector): Vector {
  return add(turned(f, v), f.origin);
}

/** An object within an object: first `inner`, then `outer`. */
export function within(outer: Frame, inner: Frame): Frame {
  return {
    axes: [
      turned(outer, inner.axes[0]),
      turned(outer, inner.axes[1]),
      turned(outer, inner.axes[2]),
    ],
    origin: placed(outer, inner.origin),
  };
}

import type { Stage } from './scene.ts';
import type { Sequence } from './sequence.ts';
import { cross, length, normalise, subtract, type Vector } from './vector.ts';

/** The ray through a pixel, by a lens with an opening. Its `state` is overwritten each time. */
export function cameraFor({ scene }: Stage) {
  const { eye, target, focalMm, apertureM, focusM, shift } = scene.camera;
  const { widthPx, heightPx } = scene;
  const view = subtract(target, eye);
  const level: Vector = shift ? [view[0], 0, view[2]] : view;
  const forward = normalise(level);
  const right = normalise(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  // With a shifted film the picture's middle looks at the target all the same.
  const rise = shift ? view[1] / length(level) : 0;
  const half = 18 / focalMm;
  const pixel = (2 * half) / Math.max(widthPx, heightPx);
  const focus = focusM ?? length(view);
  const state = { ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 0 };
  const ray = (index: number, sequence: Sequence): void => {
    sequence.next();
    const px = (index % widthPx) + 0.5 + tent(sequence.x);
    const py = Math.floor(index / widthPx) + 0.5 + tent(sequence.y);
    const a = (px - widthPx / 2) * pixel;
    const b = (heightPx / 2 - py) * pixel + rise;
    sequence.next();
    const angle = sequence.x * 2 * Math.PI;
    const r = Math.sqrt(sequence.y) * (apertureM / 2);
    const [lx, ly] = [r * Math.cos(angle), r * Math.sin(angle)];
    const at = (k: 0 | 1 | 2) => right[k] * lx + up[k] * ly;
    const to = (k: 0 | 1 | 2) => (forward[k] + right[k] * a + up[k] * b) * focus - at(k);
    const [dx, dy, dz] = normalise([to(0), to(1), to(2)]);
    Object.assign(state, {
      ox: eye[0] + at(0),
      oy: eye[1] + at(1),
      oz: eye[2] + at(2),
      dx,
      dy,
      dz,
    });
  };
  return Object.assign(ray, { state });
}

/** A pixel's weight falls off to its neighbours: softer edges than a square. */
function tent(t: number): number {
  return t < 0.5 ? Math.sqrt(2 * t) - 1 : 1 - Math.sqrt(2 - 2 * t);
}

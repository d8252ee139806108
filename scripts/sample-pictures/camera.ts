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
    const ax = right[0] * lx + up[0] * ly;
    const ay = right[1] * lx + up[1] * ly;
    const az = right[2] * lx + up[2] * ly;
    const tx = (forward[0] + right[0] * a + up[0] * b) * focus - ax;
    const ty = (forward[1] + right[1] * a + up[1] * b) * focus - ay;
    const tz = (forward[2] + right[2] * a + up[2] * b) * focus - az;
    const long = 1 / Math.sqrt(tx * tx + ty * ty + tz * tz);
    state.ox = eye[0] + ax;
    state.oy = eye[1] + ay;
    state.oz = eye[2] + az;
    state.dx = tx * long;
    state.dy = ty * long;
    state.dz = tz * long;
  };
  return Object.assign(ray, { state });
}

/** A pixel's weight falls off to its neighbours: softer edges than a square. */
function tent(t: number): number {
  return t < 0.5 ? Math.sqrt(2 * t) - 1 : 1 - Math.sqrt(2 - 2 * t);
}

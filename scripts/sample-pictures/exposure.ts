import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { setUp } from './scene.ts';
import { scenes } from './scenes/all.ts';
import { type Sample, tracerFor } from './trace.ts';

/** A picture as the light left it, before it is developed. Row by row, a value a pixel. */
export interface Exposure {
  widthPx: number;
  heightPx: number;
  /** From sun and sky, with edges. */
  light: Float32Array;
  /** From everything else in the room. */
  glow: Float32Array;
  /** How uncertain they are: the variance of the mean, the albedo divided out. */
  lightVariance: Float32Array;
  glowVariance: Float32Array;
  /** Three a pixel. */
  normal: Float32Array;
  distance: Float32Array;
  albedo: Float32Array;
}

/** How many times as many rays go through a pixel on the edge of a thing or of a shadow. */
const edgeFactor = 5;

interface Work {
  name: keyof typeof scenes;
  scale: number;
  samples: number;
  deep: number;
  share: number;
  shares: number;
  buffers: Exposure;
}

/**
 * Takes the picture, the rows shared out to `threads`. `samples` rays go through a pixel, and more
 * on an edge; the first `deep` of them are followed through the room.
 */
export async function expose(
  name: keyof typeof scenes,
  options: { scale: number; samples: number; deep: number; threads: number },
): Promise<Exposure> {
  const scene = scenes[name]();
  const widthPx = Math.round(scene.widthPx * options.scale);
  const heightPx = Math.round(scene.heightPx * options.scale);
  const room = (numbers: number) =>
    new Float32Array(new SharedArrayBuffer(widthPx * heightPx * numbers * 4));
  const buffers: Exposure = {
    widthPx,
    heightPx,
    light: room(1),
    glow: room(1),
    lightVariance: room(1),
    glowVariance: room(1),
    normal: room(3),
    distance: room(1),
    albedo: room(1),
  };
  await Promise.all(
    Array.from({ length: options.threads }, (_, share) => {
      const work: Work = { ...options, name, share, shares: options.threads, buffers };
      const worker = new Worker(new URL(import.meta.url), { workerData: work });
      return new Promise<void>((done, failed) => {
        worker.on('message', () => done());
        worker.on('error', failed);
      });
    }),
  );
  return buffers;
}

function exposeRows({ name, samples, deep, share, shares, buffers }: Work): void {
  const { widthPx, heightPx } = buffers;
  const trace = tracerFor(setUp({ ...scenes[name](), widthPx, heightPx }));
  const one: Sample = { light: 0, glow: 0, nx: 0, ny: 0, nz: 0, distance: 0, albedo: 1 };
  const sum = { ...one, bare: 0, squares: 0, glowSquares: 0, farthest: 0, lit: 0 };
  const sample = (pixel: number, from: number, to: number, deepTo: number) => {
    for (let i = from; i < to; i++) {
      trace(pixel, i, i < deepTo, one);
      sum.light += one.light;
      sum.glow += one.glow;
      sum.glowSquares += one.glow * one.glow;
      sum.nx += one.nx;
      sum.ny += one.ny;
      sum.nz += one.nz;
      sum.distance += one.distance;
      sum.farthest = Math.max(sum.farthest, one.distance);
      sum.albedo += one.albedo;
      const bare = one.light / one.albedo;
      sum.bare += bare;
      sum.squares += bare * bare;
      if (bare > 0) sum.lit++;
    }
  };
  for (let y = share; y < heightPx; y += shares) {
    for (let x = 0; x < widthPx; x++) {
      const pixel = y * widthPx + x;
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] = 0;
      sample(pixel, 0, samples, deep);
      // Where things or shadows end nothing is smoothed later: there it takes more.
      const level = Math.hypot(sum.nx, sum.ny, sum.nz) / samples;
      const isEdge =
        level < 0.985 ||
        sum.farthest > (sum.distance / samples) * 1.015 ||
        (sum.lit > 0 && sum.lit < samples);
      const count = isEdge ? samples * edgeFactor : samples;
      const followed = isEdge ? deep * edgeFactor : deep;
      sample(pixel, samples, count, samples + followed - deep);
      const albedo = sum.albedo / count;
      const glow = sum.glow / followed;
      buffers.light[pixel] = sum.light / count;
      buffers.glow[pixel] = glow;
      // Only where a shadow ends is the light uncertain: elsewhere its changes are the thing's own.
      const isPartly = sum.lit > 0 && sum.lit < count;
      const spread = isPartly ? Math.max(0, sum.squares / count - (sum.bare / count) ** 2) : 0;
      const glowSpread = Math.max(0, sum.glowSquares / followed - glow ** 2);
      buffers.lightVariance[pixel] = spread / count;
      buffers.glowVariance[pixel] = glowSpread / followed / albedo ** 2;
      buffers.normal.set([sum.nx / count, sum.ny / count, sum.nz / count], pixel * 3);
      buffers.distance[pixel] = sum.distance / count;
      buffers.albedo[pixel] = albedo;
    }
  }
}

if (!isMainThread && workerData) {
  exposeRows(workerData as Work);
  parentPort?.postMessage('done');
}

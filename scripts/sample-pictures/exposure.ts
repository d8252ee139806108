import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { setUp } from './scene.ts';
import { scenes } from './scenes/all.ts';
import { type Sample, tracerFor } from './trace.ts';

/** A picture as the light left it, before it is developed. Row by row, a value a pixel. */
export interface Exposure {
  widthPx: number;
  heightPx: number;
  light: Float32Array;
  /** How uncertain `light` is: the variance of its mean, the albedo divided out. */
  variance: Float32Array;
  /** Three a pixel. */
  normal: Float32Array;
  distance: Float32Array;
  albedo: Float32Array;
}

/** How many times as many rays go through a pixel on an edge. */
const edgeFactor = 6;

interface Work {
  name: keyof typeof scenes;
  scale: number;
  samples: number;
  share: number;
  shares: number;
  buffers: Exposure;
}

/** Takes the picture, the rows shared out to `threads`. */
export async function expose(
  name: keyof typeof scenes,
  options: { scale: number; samples: number; threads: number },
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
    variance: room(1),
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

function exposeRows({ name, samples, share, shares, buffers }: Work): void {
  const { widthPx, heightPx, light, variance, normal, distance, albedo } = buffers;
  const trace = tracerFor(setUp({ ...scenes[name](), widthPx, heightPx }));
  const one: Sample = { light: 0, nx: 0, ny: 0, nz: 0, distance: 0, albedo: 1 };
  const sum = { light: 0, squares: 0, nx: 0, ny: 0, nz: 0, distance: 0, farther: 0, albedo: 0 };
  const sample = (pixel: number, from: number, to: number) => {
    for (let i = from; i < to; i++) {
      trace(pixel, i, one);
      sum.light += one.light;
      sum.squares += one.light * one.light;
      sum.nx += one.nx;
      sum.ny += one.ny;
      sum.nz += one.nz;
      sum.distance += one.distance;
      sum.farther = Math.max(sum.farther, one.distance);
      sum.albedo += one.albedo;
    }
  };
  for (let y = share; y < heightPx; y += shares) {
    for (let x = 0; x < widthPx; x++) {
      const pixel = y * widthPx + x;
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] = 0;
      sample(pixel, 0, samples);
      // On the edge of a thing nothing can be smoothed later: there it takes more.
      const level = Math.hypot(sum.nx, sum.ny, sum.nz) / samples;
      const isEdge = level < 0.985 || sum.farther > (sum.distance / samples) * 1.015;
      const count = isEdge ? samples * edgeFactor : samples;
      sample(pixel, samples, count);
      light[pixel] = sum.light / count;
      normal[pixel * 3] = sum.nx / count;
      normal[pixel * 3 + 1] = sum.ny / count;
      normal[pixel * 3 + 2] = sum.nz / count;
      distance[pixel] = sum.distance / count;
      albedo[pixel] = sum.albedo / count;
      const spread = Math.max(0, sum.squares / count - light[pixel]! ** 2) / count;
      variance[pixel] = spread / albedo[pixel]! ** 2;
    }
  }
}

if (!isMainThread && workerData) {
  exposeRows(workerData as Work);
  parentPort?.postMessage('done');
}

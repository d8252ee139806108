import type { Exposure } from './exposure.ts';

const kernel = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];

/**
 * Takes the noise of too few rays out of a picture, and leaves its edges: a wavelet that steps over
 * its neighbours, wider each pass, and asks whether they look the same way, stand as far, and differ
 * by no more than the noise would (Dammertz 2010; the noise as in Schied 2017). The texture of
 * things is divided out before and multiplied in after.
 */
export function smooth(exposure: Exposure, passes: number, strictness: number): Float32Array {
  const { widthPx, heightPx, normal, distance, albedo } = exposure;
  const count = widthPx * heightPx;
  let light = Float32Array.from(exposure.light, (value, i) => value / albedo[i]!);
  let variance = calmed(exposure.variance, widthPx, heightPx);
  for (let pass = 0; pass < passes; pass++) {
    const step = 2 ** pass;
    const [nextLight, nextVariance] = [new Float32Array(count), new Float32Array(count)];
    for (let y = 0; y < heightPx; y++) {
      for (let x = 0; x < widthPx; x++) {
        const p = y * widthPx + x;
        const doubt = strictness * Math.sqrt(variance[p]!) + 1e-4;
        const depthStep = distance[p]! * 0.004 * step + 1e-4;
        let [sum, squares, weight] = [0, 0, 0];
        for (let j = -2; j <= 2; j++) {
          const v = y + j * step;
          if (v < 0 || v >= heightPx) continue;
          for (let i = -2; i <= 2; i++) {
            const u = x + i * step;
            if (u < 0 || u >= widthPx) continue;
            const q = v * widthPx + u;
            const alike =
              normal[p * 3]! * normal[q * 3]! +
              normal[p * 3 + 1]! * normal[q * 3 + 1]! +
              normal[p * 3 + 2]! * normal[q * 3 + 2]!;
            if (alike <= 0) continue;
            const reach = Math.max(1, Math.hypot(i, j));
            const w =
              kernel[i + 2]! *
              kernel[j + 2]! *
              alike ** 64 *
              Math.exp(
                -Math.abs(light[p]! - light[q]!) / doubt -
                  Math.abs(distance[p]! - distance[q]!) / (depthStep * reach),
              );
            sum += w * light[q]!;
            squares += w * w * variance[q]!;
            weight += w;
          }
        }
        nextLight[p] = weight > 0 ? sum / weight : light[p]!;
        nextVariance[p] = weight > 0 ? squares / (weight * weight) : variance[p]!;
      }
    }
    light = nextLight;
    variance = nextVariance;
  }
  return light.map((value, i) => value * albedo[i]!);
}

/** A variance from few samples is itself noisy: the mean of nine. */
function calmed(values: Float32Array, width: number, height: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0];
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          sum += values[v * width + u]!;
          count++;
        }
      }
      out[y * width + x] = sum / count;
    }
  }
  return out;
}

import type { Exposure } from './exposure.ts';

const kernel = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16];

/**
 * Takes the noise of too few rays out of a picture, and leaves its edges: a wavelet that steps over
 * its neighbours, wider each pass, and asks whether they look the same way, stand as far, and whether
 * what is round them differs by no more than the noise would (Dammertz 2010; the noise as in Schied
 * 2017). The texture of things is divided out before and multiplied in after.
 */
export function smooth(
  exposure: Exposure,
  what: 'light' | 'glow',
  passes: number,
  strictness: number,
): Float32Array {
  const { widthPx, heightPx, normal, distance, albedo } = exposure;
  const count = widthPx * heightPx;
  // Where two things share a pixel the mean of their normals is shorter, and says nothing of how alike they are.
  const level = distance.map((_, p) =>
    Math.hypot(normal[p * 3]!, normal[p * 3 + 1]!, normal[p * 3 + 2]!),
  );
  const bare = exposure[what].map((value, i) => value / albedo[i]!);
  const measured = what === 'light' ? exposure.lightVariance : exposure.glowVariance;
  // One path in a hundred brings a hundred times as much: then only a neighbourhood can be compared.
  const reach = what === 'glow' ? 3 : 0;
  let light = reach ? unspecked(bare, widthPx, heightPx) : bare;
  let variance = calmed(measured, widthPx, heightPx, what === 'glow' ? 12 : 3);
  for (let pass = 0; pass < passes; pass++) {
    const step = 2 ** pass;
    const guide = reach ? calmed(light, widthPx, heightPx, reach) : light;
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
              q === p
                ? 1
                : (normal[p * 3]! * normal[q * 3]! +
                    normal[p * 3 + 1]! * normal[q * 3 + 1]! +
                    normal[p * 3 + 2]! * normal[q * 3 + 2]!) /
                  (level[p]! * level[q]!);
            if (!(alike > 0)) continue;
            const reach = Math.max(1, Math.hypot(i, j));
            const w =
              kernel[i + 2]! *
              kernel[j + 2]! *
              alike ** (what === 'glow' ? 10 : 64) *
              Math.exp(
                -Math.abs(guide[p]! - guide[q]!) / doubt -
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

/** No pixel is brighter than the second brightest of the nine it stands among. */
function unspecked(values: Float32Array, width: number, height: number): Float32Array<ArrayBuffer> {
  const out = Float32Array.from(values);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let [first, second] = [0, 0];
      for (let v = y - 1; v <= y + 1; v++) {
        for (let u = x - 1; u <= x + 1; u++) {
          const value = values[v * width + u]!;
          if (value > first) [first, second] = [value, first];
          else if (value > second) second = value;
        }
      }
      out[y * width + x] = Math.min(out[y * width + x]!, second);
    }
  }
  return out;
}

/** The mean of what stands round a pixel, by rows and then by columns. */
function calmed(
  values: Float32Array,
  width: number,
  height: number,
  around: number,
): Float32Array<ArrayBuffer> {
  const mean = (from: Float32Array, step: number, at: number, i: number, length: number) => {
    let [sum, count] = [0, 0];
    for (let k = Math.max(-around, -i); k <= Math.min(around, length - 1 - i); k++) {
      sum += from[at + k * step]!;
      count++;
    }
    return sum / count;
  };
  const rows = values.map((_, at) => mean(values, 1, at, at % width, width));
  return Float32Array.from(rows, (_, at) => mean(rows, width, at, Math.floor(at / width), height));
}

import { cross, dot, normalise, scale, subtract, type Vector } from './vector.ts';

/** Lambert's law: more goes straight up than along. */
export function scattered(normal: Vector, a: number, b: number): Vector {
  const angle = a * 2 * Math.PI;
  const z = 1 - 2 * b;
  const r = Math.sqrt(Math.max(0, 1 - z * z)) * 0.9999;
  return normalise([
    normal[0] + r * Math.cos(angle),
    normal[1] + r * Math.sin(angle),
    normal[2] + z * 0.9999,
  ]);
}

/** How strongly GGX of this width throws light from `l` to `v`, Fresnel's share left out. */
export function glare(
  ...[nx, ny, nz, vx, vy, vz, lx, ly, lz, alpha]: [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
): number {
  const [hx, hy, hz] = [vx + lx, vy + ly, vz + lz];
  const h = Math.hypot(hx, hy, hz);
  const nh = (nx * hx + ny * hy + nz * hz) / h;
  const nv = Math.max(1e-3, nx * vx + ny * vy + nz * vz);
  const nl = Math.max(1e-3, nx * lx + ny * ly + nz * lz);
  const a2 = alpha * alpha;
  const d = a2 / (Math.PI * (nh * nh * (a2 - 1) + 1) ** 2);
  const g = (c: number) => (2 * c) / (c + Math.sqrt(a2 + (1 - a2) * c * c));
  return (d * g(nv) * g(nl)) / (4 * nv * nl);
}

/** A mirrored direction, blurred: a normal that the viewer can see is drawn, and mirrors. */
export function mirroredWay(n: Vector, d: Vector, alpha: number, a: number, b: number): Vector {
  const side = normalise(cross(n, Math.abs(n[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
  const up = cross(n, side);
  const view = scale(d, -1);
  const v = normalise([dot(view, side) * alpha, dot(view, up) * alpha, dot(view, n)]);
  const t1 = v[2] < 0.9999 ? normalise(cross([0, 0, 1], v)) : ([1, 0, 0] as Vector);
  const t2 = cross(v, t1);
  const r = Math.sqrt(a);
  const p1 = r * Math.cos(2 * Math.PI * b);
  const s = 0.5 * (1 + v[2]);
  const p2 = (1 - s) * Math.sqrt(1 - p1 * p1) + s * r * Math.sin(2 * Math.PI * b);
  const p3 = Math.sqrt(Math.max(0, 1 - p1 * p1 - p2 * p2));
  const m: Vector = [0, 1, 2].map(
    (k) => p1 * t1[k]! + p2 * t2[k]! + p3 * v[k]!,
  ) as unknown as Vector;
  const [x, y, z] = normalise([m[0] * alpha, m[1] * alpha, Math.max(1e-6, m[2])]);
  const h: Vector = [0, 1, 2].map(
    (k) => side[k]! * x + up[k]! * y + n[k]! * z,
  ) as unknown as Vector;
  return normalise(subtract(d, scale(h, 2 * dot(d, h))));
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grow } from '../../scripts/sample-pictures/bvh.ts';
import { casterFor } from '../../scripts/sample-pictures/cast.ts';
import { hash } from '../../scripts/sample-pictures/surface.ts';
import {
  cross,
  dot,
  normalise,
  subtract,
  type Vector,
} from '../../scripts/sample-pictures/vector.ts';

/** Four hundred small triangles in a room of one metre, the same each time. */
const corners = Array.from({ length: 400 }, (_, i) =>
  [0, 1, 2].flatMap((corner) =>
    [0, 1, 2].map((axis) => hash(i, axis, 1) + (hash(i, axis, corner + 2) - 0.5) * 0.12),
  ),
).flat();

/** The nearest hit by asking every triangle: plane first, then three edges. */
function everyTriangle(origin: Vector, direction: Vector): number {
  let nearest = Infinity;
  for (let i = 0; i < corners.length; i += 9) {
    const [a, b, c] = [0, 3, 6].map((k) => corners.slice(i + k, i + k + 3)) as unknown as [
      Vector,
      Vector,
      Vector,
    ];
    const normal = cross(subtract(b, a), subtract(c, a));
    const distance = dot(subtract(a, origin), normal) / dot(direction, normal);
    if (!(distance > 1e-5) || distance >= nearest) continue;
    const at = origin.map((value, k) => value + direction[k]! * distance) as unknown as Vector;
    const inside = [
      [a, b],
      [b, c],
      [c, a],
    ].every(([p, q]) => dot(cross(subtract(q!, p!), subtract(at, p!)), normal) >= 0);
    if (inside) nearest = distance;
  }
  return nearest;
}

describe('casterFor', () => {
  const caster = casterFor(grow(corners));
  const rays = Array.from({ length: 300 }, (_, i) => {
    const origin: Vector = [hash(i, 1, 8) * 3 - 1, hash(i, 2, 8) * 3 - 1, hash(i, 3, 8) * 3 - 1];
    const aim: Vector = [hash(i, 4, 8), hash(i, 5, 8), hash(i, 6, 8)];
    return { origin, direction: normalise(subtract(aim, origin)) };
  });

  it('finds what asking every triangle finds', () => {
    let hits = 0;
    for (const { origin, direction } of rays) {
      const expected = everyTriangle(origin, direction);
      const found = caster.nearest(...origin, ...direction);
      assert.equal(found, expected < Infinity);
      if (!found) continue;
      hits++;
      assert.ok(Math.abs(caster.hit.distance - expected) < 1e-5);
    }
    assert.ok(hits > 50 && hits < rays.length, `${hits} hits: the test needs both kinds`);
  });

  it('says whether the way is blocked before a distance', () => {
    for (const { origin, direction } of rays) {
      const distance = everyTriangle(origin, direction);
      if (distance === Infinity) continue;
      assert.equal(caster.blocked(...origin, ...direction, distance + 1e-3), true);
      assert.equal(caster.blocked(...origin, ...direction, distance - 1e-3), false);
    }
  });
});

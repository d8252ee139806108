import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { box, type Mesh, rod, turnedShape } from '../../scripts/sample-pictures/mesh.ts';

/** How often each edge of the mesh is used; in a closed surface, twice. */
function edgeUses(mesh: Mesh): number[] {
  const uses = new Map<string, number>();
  const key = (at: number) =>
    [0, 1, 2].map((k) => Math.round(mesh.corners[at + k]! * 2e4) || 0).join();
  for (let i = 0; i < mesh.corners.length; i += 9) {
    const points = [key(i), key(i + 3), key(i + 6)];
    if (new Set(points).size < 3) continue;
    points.forEach((point, k) => {
      const edge = [point, points[(k + 1) % 3]!].sort().join(' ');
      uses.set(edge, (uses.get(edge) ?? 0) + 1);
    });
  }
  return [...uses.values()];
}

describe('meshes', () => {
  it('are closed, so that no light leaks in', () => {
    const bowl = turnedShape([
      [0, 0],
      [0.05, 0],
      [0.08, 0.06],
      [0.07, 0.06],
      [0, 0.01],
    ]);
    const stick = rod([0, 0, 0], [0.1, 0.3, 0.05], () => 0.01);
    for (const mesh of [box(0.2, 0.1, 0.3, 0.01), bowl, stick]) {
      assert.deepEqual([...new Set(edgeUses(mesh))], [2]);
    }
    assert.notDeepEqual(
      [...new Set(edgeUses({ corners: box(1, 1, 1).corners.slice(9), normals: [] }))],
      [2],
    );
  });

  it('have the size that was asked for', () => {
    const { corners } = box(0.2, 0.1, 0.3, 0.01);
    for (const [axis, size] of [0.2, 0.1, 0.3].entries()) {
      const values = corners.filter((_, i) => i % 3 === axis);
      assert.ok(Math.abs(Math.max(...values) - Math.min(...values) - size) < 1e-9);
    }
  });
});

import { grow, type Tree } from './bvh.ts';
import type { Mesh } from './mesh.ts';
import type { Surface } from './surface.ts';
import { dot, type Frame, frame, placed, turned, type Vector } from './vector.ts';

/** A thing in the room. */
export interface Part {
  mesh: Mesh;
  frame: Frame;
  surface: Surface;
  seed: number;
}

/** A photograph to be taken: what stands there, what lights it, and where the camera is. */
export interface Scene {
  /** Pixels of the finished picture. */
  widthPx: number;
  heightPx: number;
  parts: Part[];
  camera: {
    eye: Vector;
    target: Vector;
    /** For a film 36 mm along the picture's longer side. */
    focalMm: number;
    /** The lens opening, metres across: what is out of focus is blurred by it. */
    apertureM: number;
    /** Where it is sharp, metres from the eye; absent: at the target. */
    focusM?: number;
    /** Keeps uprights upright: the film is shifted instead of the camera tilted. */
    shift?: boolean;
  };
  /** Towards the sun; its light on a surface that faces it; how soft its shadows are. */
  sun: { direction: Vector; strength: number; spreadDeg: number };
  /** Light from outside, for a direction upwards (y) in the open. */
  sky: (y: number) => number;
  /** The openings light comes in by, as one corner and two edges. Every way out leads through one. */
  openings: { corner: Vector; across: Vector; along: Vector }[];
  /** Light that this many reflections have not used up is dropped. */
  bounces: number;
  /** Multiplies light before it is developed. */
  exposure: number;
}

/** A scene made ready for rays. Triangle `i` here is triangle `i` of the tree. */
export interface Stage {
  scene: Scene;
  tree: Tree;
  normals: Float32Array;
  partOf: Uint16Array;
}

export function part(mesh: Mesh, at: Frame | Vector, surface: Surface, seed = 1): Part {
  const place = 'axes' in at ? at : frame(at);
  return { mesh, frame: place, surface, seed };
}

export function setUp(scene: Scene): Stage {
  const corners: number[] = [];
  const normals: number[] = [];
  const parts: number[] = [];
  scene.parts.forEach(({ mesh, frame: f }, index) => {
    for (let i = 0; i < mesh.corners.length; i += 3) {
      const at = (list: number[]): Vector => [list[i]!, list[i + 1]!, list[i + 2]!];
      corners.push(...placed(f, at(mesh.corners)));
      normals.push(...turned(f, at(mesh.normals)));
      if (i % 9 === 0) parts.push(index);
    }
  });
  const tree = grow(corners);
  const sorted = new Float32Array(normals.length);
  tree.order.forEach((from, to) => {
    sorted.set(normals.slice(from * 9, from * 9 + 9), to * 9);
  });
  const partOf = Uint16Array.from(tree.order, (from) => parts[from]!);
  return { scene, tree, normals: sorted, partOf };
}

/** A point of the room in the frame of a part. */
export function local(f: Frame, x: number, y: number, z: number): Vector {
  const from: Vector = [x - f.origin[0], y - f.origin[1], z - f.origin[2]];
  return [dot(f.axes[0], from), dot(f.axes[1], from), dot(f.axes[2], from)];
}

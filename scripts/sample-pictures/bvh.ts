/**
 * A bounding volume hierarchy over triangles: rays find what they hit in the time of a few
 * comparisons. Split by the surface area heuristic over 16 bins.
 */
export interface Tree {
  /** Six numbers a node: lower corner, upper corner. */
  bounds: Float32Array;
  /**
   * Two numbers a node. Leaf: its first triangle, and how many. Inner node: its second child (the
   * first follows it), and -1 - the axis across which they are split, the first child lower.
   */
  links: Int32Array;
  /** Nine numbers a triangle: corner, first edge, second edge; in the order of the leaves. */
  triangles: Float32Array;
  /** Which triangle of the input stands where. */
  order: Int32Array;
}

const bins = 16;
const leafSize = 4;

export function grow(corners: ArrayLike<number>): Tree {
  const count = corners.length / 9;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const boxes = new Float32Array(count * 6);
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < 3; axis++) {
      const values = [0, 3, 6].map((k) => corners[i * 9 + k + axis] ?? 0);
      boxes[i * 6 + axis] = Math.min(...values);
      boxes[i * 6 + 3 + axis] = Math.max(...values);
    }
  }
  const bounds: number[] = [];
  const links: number[] = [];
  const centre = (i: number, axis: number) =>
    ((boxes[i * 6 + axis] ?? 0) + (boxes[i * 6 + 3 + axis] ?? 0)) / 2;

  const add = (first: number, last: number): number => {
    const node = links.length / 2;
    const box = around(boxes, order, first, last);
    bounds.push(...box);
    links.push(first, last - first);
    if (last - first <= leafSize) return node;
    const cut = cheapestCut(boxes, order, first, last, centre);
    if (!cut) return node;
    let middle = first;
    for (let i = first; i < last; i++) {
      const triangle = order[i] ?? 0;
      if (centre(triangle, cut.axis) < cut.at) {
        order[i] = order[middle] ?? 0;
        order[middle++] = triangle;
      }
    }
    if (middle === first || middle === last) return node;
    add(first, middle);
    links[node * 2] = add(middle, last);
    links[node * 2 + 1] = -1 - cut.axis;
    return node;
  };
  add(0, count);

  const triangles = new Float32Array(count * 9);
  order.forEach((from, to) => {
    for (let axis = 0; axis < 3; axis++) {
      const a = corners[from * 9 + axis] ?? 0;
      triangles[to * 9 + axis] = a;
      triangles[to * 9 + 3 + axis] = (corners[from * 9 + 3 + axis] ?? 0) - a;
      triangles[to * 9 + 6 + axis] = (corners[from * 9 + 6 + axis] ?? 0) - a;
    }
  });
  return { bounds: Float32Array.from(bounds), links: Int32Array.from(links), triangles, order };
}

function around(boxes: Float32Array, order: Int32Array, first: number, last: number): number[] {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = first; i < last; i++) {
    const t = (order[i] ?? 0) * 6;
    for (let k = 0; k < 3; k++) {
      box[k] = Math.min(box[k] ?? 0, boxes[t + k] ?? 0);
      box[k + 3] = Math.max(box[k + 3] ?? 0, boxes[t + k + 3] ?? 0);
    }
  }
  // The tree is kept in single precision: a little room, so that no hit is rounded away.
  return box.map((value, k) => value + (k < 3 ? -1 : 1) * (1e-6 + Math.abs(value) * 1e-6));
}

function cheapestCut(
  boxes: Float32Array,
  order: Int32Array,
  first: number,
  last: number,
  centre: (i: number, axis: number) => number,
): { axis: number; at: number } | undefined {
  let best: { axis: number; at: number; cost: number } | undefined;
  for (let axis = 0; axis < 3; axis++) {
    let [low, high] = [Infinity, -Infinity];
    for (let i = first; i < last; i++) {
      const c = centre(order[i]!, axis);
      low = Math.min(low, c);
      high = Math.max(high, c);
    }
    if (high - low < 1e-7) continue;
    const filled = Array.from({ length: bins }, emptyBin);
    for (let i = first; i < last; i++) {
      const share = (centre(order[i]!, axis) - low) / (high - low);
      take(filled[Math.min(bins - 1, Math.floor(share * bins))]!, boxes, order[i]! * 6);
    }
    // From both ends: what lies before a cut, and what lies after it.
    const before = filled.map(emptyBin);
    const after = filled.map(emptyBin);
    for (let i = 1; i < bins; i++) {
      join(before[i]!, before[i - 1]!, filled[i - 1]!);
      join(after[bins - i - 1]!, after[bins - i]!, filled[bins - i]!);
    }
    for (let i = 1; i < bins; i++) {
      const [left, right] = [before[i]!, after[i - 1]!];
      if (left.count === 0 || right.count === 0) continue;
      const cost = left.count * halfSurface(left) + right.count * halfSurface(right);
      const at = low + ((high - low) * i) / bins;
      if (!best || cost < best.cost) best = { axis, at, cost };
    }
  }
  return best;
}

interface Bin {
  count: number;
  box: Float64Array;
}

const emptyBin = (): Bin => ({
  count: 0,
  box: Float64Array.of(Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity),
});

function take(bin: Bin, boxes: Float32Array, at: number): void {
  bin.count++;
  for (let k = 0; k < 3; k++) {
    bin.box[k] = Math.min(bin.box[k]!, boxes[at + k]!);
    bin.box[k + 3] = Math.max(bin.box[k + 3]!, boxes[at + k + 3]!);
  }
}

function join(into: Bin, one: Bin, other: Bin): void {
  into.count = one.count + other.count;
  for (let k = 0; k < 3; k++) {
    into.box[k] = Math.min(one.box[k]!, other.box[k]!);
    into.box[k + 3] = Math.max(one.box[k + 3]!, other.box[k + 3]!);
  }
}

function halfSurface({ box }: Bin): number {
  const [x, y, z] = [box[3]! - box[0]!, box[4]! - box[1]!, box[5]! - box[2]!];
  return x * y + y * z + z * x;
}

import type { Kind } from '../rows.ts';
import type { Lettering } from './lettering.ts';
import { type Label, overlap } from './plot.ts';
import { type ChartSize, ptPerMm } from './sizes.ts';
import { wrap } from './wrap.ts';

/** What stands along the base: a name at each place, and which of them are no facts. */
export interface Axis {
  names: readonly string[];
  /** Where each name stands: the middle of its place, or its left edge, as the size aligns words. */
  at: readonly number[];
  kinds: readonly Kind[];
  /** From one place to the next. */
  pitch: number;
  widthPt: number;
  /** The baseline of the first line. */
  y: number;
  temporal: boolean;
}

/** What the axis's words are set with. */
export interface AxisStyle {
  size: ChartSize;
  lettering: Lettering;
  /** The word for a kind, and a label with its kind: "2023, projected". */
  kindWord: (kind: Kind) => string;
  withKind: (name: string, kind: Kind) => string;
}

/**
 * The words along the base, placed so that none touch: in one line, else wrapped, else smaller;
 * times else every second, third … of them. Nothing where names do not fit: one that is left out
 * leaves a bar that nobody can read.
 */
export function axisLabels(axis: Axis, style: AxisStyle): Label[] | undefined {
  if (style.size.kind === 'beside') {
    const names = axis.names.map((name, i) => {
      const kind = axis.kinds[i] ?? 'actual';
      return kind === 'actual' ? name : style.withKind(name, kind);
    });
    const labels = oneLine({ ...axis, names }, style, style.size.labelPt);
    if (labels) return labels;
  }
  const labels = nameLabels(axis, style);
  if (!labels) return undefined;
  const below = Math.max(
    ...labels.map(({ y, lines, leading }) => y + (lines.length - 1) * leading),
  );
  return [...labels, ...kindLabels(axis, style, below)];
}

function nameLabels(axis: Axis, style: AxisStyle): Laid {
  const { labelPt, notePt } = style.size;
  if (axis.temporal) {
    return (
      oneLine(axis, style, labelPt) ?? oneLine(axis, style, notePt) ?? thinned(axis, style, labelPt)
    );
  }
  return (
    oneLine(axis, style, labelPt) ??
    wrapped(axis, style, labelPt) ??
    oneLine(axis, style, notePt) ??
    wrapped(axis, style, notePt)
  );
}

type Laid = Label[] | undefined;

function oneLine(axis: Axis, style: AxisStyle, sizePt: number): Laid {
  const labels = axis.names.map((name, i) => label(axis, style, [name], i, sizePt));
  const fit = axis.names.every(
    (name) => style.lettering.width(name, sizePt, false) <= axis.widthPt,
  );
  return fit && apart(labels, style.lettering) ? labels : undefined;
}

function wrapped(axis: Axis, style: AxisStyle, sizePt: number): Laid {
  const most = axis.pitch - gap(sizePt);
  const width = (text: string) => style.lettering.width(text, sizePt, false);
  const lines = axis.names.map((name) => wrap(name, most, 3, width));
  if (!lines.every((made) => made !== undefined)) return undefined;
  const labels = lines.map((made, i) => label(axis, style, made, i, sizePt));
  return apart(labels, style.lettering) ? labels : undefined;
}

/** As many as fit, counted back from the last, which is the one that is looked for: every second, third … where all stand equally far apart. */
function thinned(axis: Axis, style: AxisStyle, sizePt: number): Label[] {
  const every = axis.names.map((name, i) => label(axis, style, [name], i, sizePt)).reverse();
  const steps = axis.at.slice(1).map((x, i) => x - (axis.at[i] ?? 0));
  if (steps.some((step) => Math.abs(step - axis.pitch) > 0.01)) {
    const kept: Label[] = [];
    for (const one of every) {
      if (apart([one, ...kept.slice(-1)], style.lettering)) kept.push(one);
    }
    return kept.reverse();
  }
  for (let step = 2; step < every.length; step++) {
    const kept = every.filter((_, i) => i % step === 0).reverse();
    if (apart(kept, style.lettering)) return kept;
  }
  return every.slice(0, 1);
}

/**
 * A word at each place that is no fact where they all fit, else one for each run of places of the
 * same kind; runs that would touch take turns in two lines.
 */
function kindLabels(axis: Axis, style: AxisStyle, below: number): Label[] {
  const leading = style.size.leadingMm * ptPerMm;
  const word = (kind: Kind, place: number, at?: number) => ({
    ...label(axis, style, [style.kindWord(kind)], place, style.size.notePt, at),
    role: 'kind' as const,
    y: below + leading,
  });
  const each = axis.kinds.flatMap((kind, i) => (kind === 'actual' ? [] : [word(kind, i)]));
  if (apart(each, style.lettering)) return each;
  const placed: Label[] = [];
  for (const { kind, from, to } of runs(axis.kinds)) {
    const end = style.size.align === 'middle' ? to : from;
    const one = word(kind, from, ((axis.at[from] ?? 0) + (axis.at[end] ?? 0)) / 2);
    const free = [0, 1, 2]
      .map((line) => ({ ...one, y: one.y + line * leading }))
      .find((other) => apart([...placed.filter(({ y }) => y === other.y), other], style.lettering));
    if (free) placed.push(free);
  }
  return placed;
}

function runs(kinds: readonly Kind[]): { kind: Kind; from: number; to: number }[] {
  const found: { kind: Kind; from: number; to: number }[] = [];
  kinds.forEach((kind, i) => {
    const open = found.at(-1);
    if (open?.kind === kind && open.to === i - 1) open.to = i;
    else if (kind !== 'actual') found.push({ kind, from: i, to: i });
  });
  return found;
}

/** A label at its place, moved sideways where it would leave the column. */
function label(
  axis: Axis,
  { size, lettering }: AxisStyle,
  lines: string[],
  index: number,
  sizePt: number,
  at = axis.at[index] ?? 0,
): Label {
  const centred = size.align === 'middle';
  const made: Label = {
    role: 'label',
    x: at,
    y: axis.y,
    lines,
    size: sizePt,
    leading: size.leadingMm * ptPerMm,
    strong: false,
    ink: 'black',
    align: centred ? 'center' : 'left',
  };
  const { left, right } = lettering.box(made);
  const past = Math.max(0, right - axis.widthPt) || Math.min(0, left);
  return { ...made, x: at - past };
}

/** Words this near in a row read as one. */
function gap(sizePt: number): number {
  return 0.4 * sizePt;
}

function apart(labels: readonly Label[], lettering: Lettering): boolean {
  const boxes = labels.map((one) => ({ ...lettering.box(one), space: gap(one.size) }));
  return boxes.every(({ space, ...box }, i) => {
    const next = boxes[i + 1];
    return !next || !overlap({ ...box, right: box.right + space }, next);
  });
}

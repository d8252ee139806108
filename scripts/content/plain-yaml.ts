import type { Place } from '../finding.ts';
import { type Facts, noFacts } from './facts.ts';

/**
 * Reads the YAML that nearly all front matter is made of: keys at one indent, lists with `- `,
 * `[a, b]` and `{a: b}` on one line, texts on one line. Gives exactly what the library gives (a test
 * holds the two together), six times as fast. Undefined for anything else, anything wrong and
 * anything doubtful: the library then reads it and says what is the matter.
 */
export function readPlainYaml(text: string, file: string, firstLine: number): Facts | undefined {
  if (text.length > 32_000 || /[\t\r]|^(?:---|\.\.\.|%)/m.test(text)) return undefined;
  try {
    return new PlainReader(text, file, firstLine).read();
  } catch (reason) {
    if (reason === doubtful) return undefined;
    throw reason;
  }
}

const doubtful = Symbol('left to the library');

function leave(): never {
  throw doubtful;
}

const keyForm = /([A-Za-z][\w-]*|\d{4}):(?: +|$)/y;
const indicator = /[?:,[\]{}#&*!|>'"%@`-]/;
const integer = /^[-+]?[0-9]+$/;
const decimal =
  /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$|^[-+]?[0-9]+[eE][-+]?[0-9]+$/;
const special =
  /^(?:~|null|Null|NULL|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

class PlainReader {
  private readonly lines: string[];
  private readonly file: string;
  private readonly firstLine: number;
  private readonly facts = noFacts();
  private row = 0;

  constructor(text: string, file: string, firstLine: number) {
    this.lines = text.split('\n').map((line) => line.replace(/ +$/, ''));
    this.file = file;
    this.firstLine = firstLine;
  }

  read(): Facts {
    if (this.nextIndent() === 0) this.facts.data = this.map(0, '', 0);
    // A line that stands deeper than it may, or goes on from the one above, was taken by nobody.
    if (this.nextIndent() >= 0) leave();
    return this.facts;
  }

  /** Goes on to the next line that says something; its indent, or -1 at the end. */
  private nextIndent(): number {
    for (; this.row < this.lines.length; this.row++) {
      const line = this.lines[this.row]!;
      const indent = line.search(/[^ ]/);
      if (indent >= 0 && line[indent] !== '#') return indent;
    }
    return -1;
  }

  private place(column: number, length = 1): Place {
    return { file: this.file, line: this.firstLine + this.row, column: column + 1, length };
  }

  /** Keys at one indent. `start` is where the first stands: after `- `, or at the indent. */
  private map(
    indent: number,
    path: string,
    depth: number,
    start = indent,
  ): Record<string, unknown> {
    if (depth > 8) leave();
    const data: Record<string, unknown> = {};
    let column = start;
    do {
      this.pair(data, indent, path, depth, column);
      column = indent;
    } while (this.nextIndent() === indent && !this.isEntry(indent));
    return data;
  }

  private pair(
    data: Record<string, unknown>,
    indent: number,
    path: string,
    depth: number,
    column: number,
  ): void {
    const line = this.lines[this.row]!;
    keyForm.lastIndex = column;
    const found = keyForm.exec(line) ?? leave();
    const key = found[1]!;
    if (key in Object.prototype || Object.hasOwn(data, key)) leave();
    const full = path === '' ? key : `${path}.${key}`;
    const place = this.place(column, key.length);
    this.facts.keys[full] = place;
    const valueAt = column + found[0].length;
    if (valueAt < line.length) {
      data[key] = this.inline(valueAt, full, place, depth + 1);
      return;
    }
    this.row++;
    const below = this.nextIndent();
    this.facts.places[full] = place;
    if (below > indent && !this.isEntry(below)) data[key] = this.map(below, full, depth + 1);
    else if (below >= indent && this.isEntry(below)) data[key] = this.list(below, full, depth + 1);
    else leave();
  }

  private isEntry(indent: number): boolean {
    const line = this.lines[this.row]!;
    return line[indent] === '-' && (line[indent + 1] === ' ' || line.length === indent + 1);
  }

  private list(indent: number, path: string, depth: number): unknown[] {
    if (depth > 8) leave();
    const data: unknown[] = [];
    while (this.nextIndent() === indent && this.isEntry(indent)) {
      const full = `${path}.${data.length}`;
      const line = this.lines[this.row]!;
      const start = indent + 1 + line.slice(indent + 1).search(/[^ ]/);
      if (start <= indent || line[start] === '-') leave();
      keyForm.lastIndex = start;
      if (keyForm.test(line)) {
        this.facts.places[full] = this.place(start);
        data.push(this.map(start, full, depth + 1));
      } else data.push(this.inline(start, full, undefined, depth + 1));
    }
    return data;
  }

  /** A value that takes the rest of the line. */
  private inline(start: number, path: string, keyPlace: Place | undefined, depth: number): unknown {
    const line = this.lines[this.row]!;
    const value = new FlowReader(line, start, this.facts, (at, length) => this.place(at, length));
    const data = /[[{]/.test(line[start]!)
      ? value.collection(path, keyPlace, depth)
      : value.scalar(path, line.length, /:(?: |$)| #/);
    if (value.at !== line.length) leave();
    this.row++;
    return data;
  }
}

/** Values within one line. */
class FlowReader {
  at: number;
  private readonly line: string;
  private readonly facts: Facts;
  private readonly place: (column: number, length?: number) => Place;

  constructor(
    line: string,
    start: number,
    facts: Facts,
    place: (column: number, length?: number) => Place,
  ) {
    this.line = line;
    this.at = start;
    this.facts = facts;
    this.place = place;
  }

  /** A text, number, true or false that ends at `end` if it is not in quotes. */
  scalar(path: string, end: number, broken: RegExp): unknown {
    const start = this.at;
    const first = this.line[start]!;
    if (first === '"' || first === "'") return this.quoted(path, first);
    const source = this.line.slice(start, end);
    if (indicator.test(first) && !/^-[0-9.]/.test(source)) leave();
    if (broken.test(source) || special.test(source)) leave();
    this.at = end;
    this.facts.places[path] = this.place(start, source.length);
    if (/^(?:true|True|TRUE)$/.test(source)) return true;
    if (/^(?:false|False|FALSE)$/.test(source)) return false;
    if (!integer.test(source) && !decimal.test(source)) return source;
    this.facts.typed[path] = source;
    return Number(source);
  }

  private quoted(path: string, quote: string): string {
    const start = this.at;
    const end = this.line.indexOf(quote, start + 1);
    const text = this.line.slice(start + 1, end);
    if (end < 0 || text.includes('\\') || this.line[end + 1] === quote) leave();
    this.at = end + 1;
    this.facts.places[path] = this.place(start, end + 1 - start);
    return text;
  }

  /** `[a, b]` or `{a: b}`. */
  collection(path: string, keyPlace: Place | undefined, depth: number): unknown {
    if (depth > 8) leave();
    this.facts.places[path] = keyPlace ?? this.place(this.at);
    return this.line[this.at++] === '[' ? this.sequence(path, depth) : this.mapping(path, depth);
  }

  private sequence(path: string, depth: number): unknown[] {
    const data: unknown[] = [];
    for (this.skip(); this.line[this.at] !== ']'; this.separate(']')) {
      data.push(this.value(`${path}.${data.length}`, undefined, depth));
    }
    this.at++;
    return data;
  }

  private mapping(path: string, depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    for (this.skip(); this.line[this.at] !== '}'; this.separate('}')) {
      keyForm.lastIndex = this.at;
      const found = keyForm.exec(this.line) ?? leave();
      const key = found[1]!;
      if (key in Object.prototype || Object.hasOwn(data, key)) leave();
      const full = `${path}.${key}`;
      const place = this.place(this.at, key.length);
      this.facts.keys[full] = place;
      this.at += found[0].length;
      data[key] = this.value(full, place, depth);
    }
    this.at++;
    return data;
  }

  private value(path: string, keyPlace: Place | undefined, depth: number): unknown {
    const first = this.line[this.at] ?? leave();
    if (first === '[' || first === '{') return this.collection(path, keyPlace, depth + 1);
    const rest = this.line.slice(this.at);
    const length = rest.search(/ *[,[\]{}]/);
    if (length <= 0) leave();
    return this.scalar(path, this.at + length, /:(?: |$)| #/);
  }

  private skip(): void {
    while (this.line[this.at] === ' ') this.at++;
  }

  private separate(close: string): void {
    this.skip();
    if (this.line[this.at] === ',') {
      this.at++;
      this.skip();
      if (this.line[this.at] === close) leave();
    } else if (this.line[this.at] !== close) leave();
  }
}

import type { Message } from '../../finding.ts';
import { type Field, fieldNamed, fieldNames, nearestField } from './fields.ts';
import { faultsOf } from './judge.ts';
import type { Condition, Operator, Query, Value } from './query.ts';
import * as say from './query-messages.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Brackets and `not`s within each other; nobody reads more. */
const mostDeep = 10;

/** Gets what is wrong, and where in the query: offsets count from 0. */
export type Complain = (message: Message, start: number, end: number) => void;

const signs: Readonly<Record<string, Operator | '!='>> = {
  ...{ '=': '=', '!=': '!=', '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  ...{ '≠': '!=', '≤': '<=', '≥': '>=' },
};

/**
 * Reads what `for` says: `courses where subject = Health and (credits >= 60 or award is missing)`.
 * `and` binds closer than `or`. A value without quotes runs on to the next bracket, comma or
 * condition, so that `subject = Health and social care` is what it looks like.
 *
 * @returns undefined after complaints
 */
export function parseQuery(text: string, complain: Complain): Query | undefined {
  const tokens = tokensOf(text);
  if ('openAt' in tokens) {
    complain(say.quoteOpen(), tokens.openAt, text.length);
    return undefined;
  }
  return new Parser(tokens, text, complain).query();
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly complain: Complain;
  private next = 0;
  private depth = 0;
  /** Of a field that does not exist or cannot be compared so: the rest is read all the same. */
  private isSound = true;

  constructor(tokens: readonly Token[], text: string, complain: Complain) {
    this.tokens = tokens;
    this.text = text;
    this.complain = complain;
  }

  query(): Query | undefined {
    const first = this.tokens[0];
    if (!isWord(first, 'courses')) {
      const isBare = this.isCondition(0) && !isWord(this.tokens[1], 'where');
      const rest = isBare ? this.text.trim() : undefined;
      this.stop(say.notCourses(first?.text ?? '', rest), first);
      return undefined;
    }
    this.next = 1;
    if (this.tokens.length === 1) return { where: undefined };
    if (!isWord(this.token, 'where')) {
      this.stop(say.noWhere(this.token!.text), this.token);
      return undefined;
    }
    this.next++;
    const where = this.any();
    if (!where) return undefined;
    if (this.token) {
      this.stop(
        this.token.kind === ')' ? say.bracketTooMany() : say.goesOn(this.token.text),
        this.token,
      );
      return undefined;
    }
    return this.isSound ? { where } : undefined;
  }

  private get token(): Token | undefined {
    return this.tokens[this.next];
  }

  private any(): Condition | undefined {
    return this.joined('or', 'any', () => this.joined('and', 'all', () => this.one()));
  }

  private joined(
    word: 'and' | 'or',
    kind: 'all' | 'any',
    read: () => Condition | undefined,
  ): Condition | undefined {
    const of: Condition[] = [];
    do {
      const one = read();
      if (!one) return undefined;
      of.push(one);
    } while (this.take(word));
    return of.length === 1 ? of[0] : { kind, of };
  }

  private one(): Condition | undefined {
    const begin = this.token;
    const isNot = this.take('not');
    if (!isNot && begin?.kind !== '(') return this.comparison();
    if (++this.depth > mostDeep) return this.stop(say.queryTooDeep(mostDeep), begin);
    if (!isNot) this.next++;
    const inner = isNot ? this.one() : this.any();
    if (!inner) return undefined;
    if (!isNot && this.token?.kind !== ')') {
      return this.stop(
        this.token ? say.goesOn(this.token.text) : say.bracketOpen(),
        this.token ?? begin,
      );
    }
    if (!isNot) this.next++;
    this.depth--;
    return isNot ? { kind: 'not', of: inner } : inner;
  }

  private comparison(): Condition | undefined {
    const name = this.token;
    if (name?.kind !== 'word') return this.stop(say.noField(name?.text), name);
    const field = fieldNamed(name.text);
    if (!field)
      this.unsound(say.unknownField(name.text, nearestField(name.text), fieldNames()), name);
    this.next++;
    const operator = this.token;
    if (this.take('is')) return this.presence(field, name);
    const isNot = isWord(operator, 'not') && isWord(this.tokens[this.next + 1], 'in');
    if (isNot) this.next++;
    if (this.take('in')) {
      const values = this.list();
      return values && this.compare(field, '=', values, isNot, name);
    }
    const sign = this.take('contains') ? 'contains' : this.sign(name);
    if (!sign) return undefined;
    const value = this.value(name.text, operator!);
    if (!value) return undefined;
    return this.compare(field, sign === '!=' ? '=' : sign, [value], sign === '!=', name);
  }

  private sign(name: Token): Operator | '!=' | undefined {
    const { token } = this;
    const known = token?.kind === 'sign' ? signs[token.text] : undefined;
    if (known) this.next++;
    else this.stop(say.noOperator(name.text, token?.text), token ?? name);
    return known;
  }

  /** After `is`. */
  private presence(field: Field | undefined, name: Token): Condition | undefined {
    const isNot = this.take('not');
    const { token } = this;
    const isMissing = this.take('missing');
    if (!isMissing && !this.take('given')) {
      return this.stop(say.isWhat(name.text, token?.text), token ?? this.tokens[this.next - 1]);
    }
    const given: Condition = { kind: 'given', field: field ?? nothing };
    return isMissing === isNot ? given : { kind: 'not', of: given };
  }

  /** After `in`. */
  private list(): Value[] | undefined {
    const begin = this.token;
    if (begin?.kind !== '(')
      return this.stop(say.inWithoutList(), begin ?? this.tokens[this.next - 1]);
    const values: Value[] = [];
    do {
      const before = this.tokens[this.next++]!;
      const value = this.value('in', before);
      if (!value) return undefined;
      values.push(value);
    } while (this.token?.kind === ',');
    if (this.token?.kind !== ')') return this.stop(say.bracketOpen(), this.token ?? begin);
    this.next++;
    return values;
  }

  /** Words up to a bracket, a comma, the end, or an `and` or `or` behind which a condition begins. */
  private value(after: string, before: Token): Value | undefined {
    const first = this.token;
    if (first?.kind === 'quoted') {
      this.next++;
      return first.text.trim() === ''
        ? this.stop(say.noValue(after), first)
        : { text: first.text, start: first.start, end: first.end };
    }
    let last: Token | undefined;
    while (this.token?.kind === 'word' && !this.isJoint(this.next)) {
      last = this.token;
      this.next++;
    }
    if (!first || !last) return this.stop(say.noValue(after), this.token ?? before);
    if (this.token?.kind === 'sign' || this.token?.kind === 'quoted' || this.token?.kind === '(') {
      return this.stop(say.valueNeedsQuotes(this.text.slice(first.start, last.end)), this.token);
    }
    return { text: this.text.slice(first.start, last.end), start: first.start, end: last.end };
  }

  private isJoint(index: number): boolean {
    const token = this.tokens[index];
    return (isWord(token, 'and') || isWord(token, 'or')) && this.isCondition(index + 1);
  }

  /** Whether a condition begins here: a bracket, the name of a fact, or any word with a comparison behind it. */
  private isCondition(index: number): boolean {
    let at = index;
    while (isWord(this.tokens[at], 'not')) at++;
    const [token, behind, then] = this.tokens.slice(at, at + 3);
    if (token?.kind === '(') return true;
    if (token?.kind !== 'word') return token === undefined && at > 0 && at === this.tokens.length;
    if (fieldNamed(token.text) || behind?.kind === 'sign' || isWord(behind, 'contains'))
      return true;
    if (isWord(behind, 'is')) return ['missing', 'given', 'not'].some((word) => isWord(then, word));
    return isWord(behind, 'in') && then?.kind === '(';
  }

  private compare(
    field: Field | undefined,
    operator: Operator,
    values: Value[],
    isNot: boolean,
    name: Token,
  ): Condition {
    for (const { message, value } of field ? faultsOf(field, operator, values) : []) {
      this.unsound(message, value ?? name);
    }
    const one: Condition = { kind: 'comparison', field: field ?? nothing, operator, values };
    return isNot ? { kind: 'not', of: one } : one;
  }

  private take(word: string): boolean {
    if (!isWord(this.token, word)) return false;
    this.next++;
    return true;
  }

  private unsound(message: Message, { start, end }: Pick<Token, 'start' | 'end'>): void {
    this.isSound = false;
    this.complain(message, start, end);
  }

  /** What follows cannot be understood either. */
  private stop(message: Message, at: Token | undefined): undefined {
    const end = this.text.length;
    this.complain(message, at?.start ?? Math.max(0, end - 1), at?.end ?? end);
  }
}

/** Stands for a field that there is not, of which has been complained. */
const nothing: Field = { name: '', types: new Set() };

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

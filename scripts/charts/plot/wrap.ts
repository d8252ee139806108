/** Breaks after a space, or after a hyphen, dash or stroke inside a word; no-break spaces hold. */
const breaks = /(?<=[ \u2010\u2013/-])(?=\S)/u;

/**
 * A text in lines no wider than `most`, filled from the first; nothing if a word is too wide or
 * there would be more than `mostLines`.
 */
export function wrap(
  text: string,
  most: number,
  mostLines: number,
  width: (text: string) => number,
): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(breaks)) {
    if (width(piece.trimEnd()) > most) return undefined;
    if (line !== '' && width((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  return lines.length > mostLines ? undefined : lines;
}

/** As `wrap`, but a word that is too wide is broken where the line is full, and there are as many lines as it takes. */
export function wrapHard(text: string, most: number, width: (text: string) => number): string[] {
  const pieces = text.split(breaks).flatMap((piece) => {
    const parts = [''];
    for (const letter of piece) {
      const part = parts.at(-1) ?? '';
      if (part !== '' && width(part + letter) > most) parts.push(letter.trimStart());
      else parts[parts.length - 1] = part + letter;
    }
    return parts;
  });
  const lines = [''];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && width((line + piece).trimEnd()) > most) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd());
}

import type { PanelFit } from '../plan/fit.ts';

/** Panels as a table for a terminal: how many lines each holds, has, and has left. */
export function fitTable(panels: readonly PanelFit[]): string {
  if (panels.length === 0) return '';
  const rows = panels.map(({ publication, page, panel, usedLines, roomLines, leftCharacters }) => {
    const left = roomLines - usedLines;
    return [
      publication,
      String(page),
      panel,
      String(usedLines),
      String(roomLines),
      left < 0 ? `${-left} over` : String(left),
      left < 0 ? `${Math.abs(leftCharacters)} over` : `about ${leftCharacters}`,
    ];
  });
  const head = ['publication', 'page', 'panel', 'lines', 'room', 'left', 'characters left'];
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)));
  const isFigure = (i: number) => i === 1 || i > 2;
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        const fill = ' '.repeat((widths[i] ?? 0) - [...cell].length);
        return isFigure(i) ? fill + cell : cell + fill;
      })
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

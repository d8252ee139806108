/**
 * A reader of comma- or tab-separated text for Vega (RFC 4180, quotes doubled inside quotes). Its
 * own one writes a function from the column names, which the process that draws may not.
 */
export function readDelimited(delimiter: string | undefined) {
  const read = (text: unknown, format?: { delimiter?: string; header?: string[] }) => {
    const rows = cells(String(text), delimiter ?? format?.delimiter ?? ',');
    const head = format?.header ?? rows.shift() ?? [];
    return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
  };
  read.responseType = 'text';
  return read;
}

function cells(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const end = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    end();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  for (let i = 0; i < plain.length; i++) {
    const letter = plain[i] ?? '';
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain[i + 1] === '"') cell += plain[i++];
      else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) end();
    else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows;
}

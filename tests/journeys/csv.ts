/** The records of a text after RFC 4180; throws at whatever is none. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let rest = text;
  while (rest !== "") {
    const [all, quoted, plain, end] =
      rest.match(/^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/) ?? [];
    if (all === undefined) throw new Error(`No CSV: ${rest.slice(0, 80)}`);
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === "\r\n") {
      records.push(cells);
      cells = [];
    }
    rest = rest.slice(all.length);
  }
  return records;
}

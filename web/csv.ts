const TEXT_AT_ONCE = 32_768;
/**
 * What spreadsheets take for the start of a formula, narrow or wide, or skip on their way to
 * one: at the beginning, and after whatever one of them may split a cell at.
 */
const FORMULA =
  /(^(?=[\t\r\n])|(?:^|[;,|\t\r\n])["' \u00a0]*(?=[=+\-@＝＋－＠]))/g;

/** A line of RFC 4180, with its end; no cell of it runs as a formula in a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** The lines as a file to be kept, written while they are read: in UTF-8 that spreadsheets recognise. */
export function csvDownload(
  name: string,
  lines: AsyncIterable<readonly string[]>,
): Response {
  // What a header cannot hold goes in percent signs; old browsers take the plain name.
  const encoded = encodeURIComponent(`${name}.csv`.toWellFormed())
    .replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
  return new Response(ReadableStream.from(chunksOf(lines)), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition":
        `attachment; filename="report.csv"; filename*=UTF-8''${encoded}`,
    },
  });
}

async function* chunksOf(
  lines: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "\uFEFF";
  for await (const cells of lines) {
    text += csvLine(cells);
    if (text.length < TEXT_AT_ONCE) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

function cellOf(text: string): string {
  const safe = text.replaceAll(FORMULA, "$1'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

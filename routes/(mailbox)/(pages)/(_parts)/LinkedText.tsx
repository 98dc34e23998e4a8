import { linksIn } from "../../../../core/links.ts";

/** A mail's text as it is, its addresses of pages as links. */
export function LinkedText({ children }: { children: string }) {
  return (
    <div class="max-w-article whitespace-pre-wrap rounded border bg-sheet p-5 sm:p-6">
      {piecesOf(children).map((piece, index) =>
        piece.href
          ? (
            <a
              key={index}
              href={piece.href}
              class="text-mark underline [overflow-wrap:anywhere]"
            >
              {piece.text}
            </a>
          )
          : piece.text
      )}
    </div>
  );
}

interface Piece {
  text: string;
  /** The page that it leads to, if it is a link. */
  href?: string;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let past = 0;
  for (const { start, end, address } of linksIn(text)) {
    if (!URL.canParse(address)) continue;
    pieces.push({ text: text.slice(past, start) });
    pieces.push({ text: text.slice(start, end), href: address });
    past = end;
  }
  return [...pieces, { text: text.slice(past) }];
}

const LINK = /https?:\/\/[^\s<>"']+/g;

/** A mail's text as it is, its addresses of pages as links. */
export function LinkedText({ children }: { children: string }) {
  return (
    <div class="max-w-article whitespace-pre-wrap rounded border bg-sheet p-5 sm:p-6">
      {piecesOf(children).map((piece, index) =>
        piece.isLink
          ? (
            <a
              key={index}
              href={piece.text}
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

function piecesOf(text: string): { text: string; isLink: boolean }[] {
  const pieces: { text: string; isLink: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(/[.,;:!?)»”]+$/, "");
    if (!URL.canParse(address)) continue;
    pieces.push({ text: text.slice(end, match.index), isLink: false });
    pieces.push({ text: address, isLink: true });
    end = match.index + address.length;
  }
  return [...pieces, { text: text.slice(end), isLink: false }];
}

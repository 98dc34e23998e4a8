/** So many of the items by chance, in an order by chance; all of them if there are fewer. */
export function sampleOf<T>(
  items: readonly T[],
  size: number,
  random: () => number,
): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < size && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
}

/** An island that lives beside its route. */
export default function Badge() {
  return <em>badge</em>;
}

/** The headers of a mail, in their order. */
export function MailHeaders(
  { headers }: { headers: readonly { name: string; value: string }[] },
) {
  return (
    <dl class="divide-y rounded border bg-sheet px-5 py-2 font-mono text-13">
      {headers.map(({ name, value }, index) => (
        <div key={index} class="flex flex-wrap gap-x-6 py-2">
          <dt class="basis-full text-faded sm:basis-[220px]">{name}</dt>
          <dd class="min-w-0 flex-1 basis-[260px] [overflow-wrap:anywhere]">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

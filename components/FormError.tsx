import { Icon } from "./Icon.tsx";
import { useWords } from "./words.ts";

/** What is wrong with a form, above it. */
export interface FormErrorProps {
  /** Field name to sentence; the empty name speaks of the whole form. */
  errors: Record<string, string> | undefined;
  /** What happened and what was kept. */
  title?: string;
}

/** Everything that is wrong with a form, each line leading to its field; nothing without errors. */
export function FormError(
  { errors = {}, title }: FormErrorProps,
) {
  const { notSaved, explain } = useWords();
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <div
      role="alert"
      class="flex gap-3 rounded border border-lost bg-sheet px-4 py-3"
    >
      <Icon name="triangle-alert" class="mt-0.5 text-lost" />
      <div>
        <p class="font-medium text-lost">{title ?? notSaved}</p>
        <ul>
          {all.map(([field, sentence]) => (
            <li key={field}>
              {field === ""
                ? explain(sentence)
                : (
                  <a href={`#${field}`} class="underline">
                    {explain(sentence)}
                  </a>
                )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

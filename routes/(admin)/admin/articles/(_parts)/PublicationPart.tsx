import { DateTimeInput } from "../../../../../components/DateTimeInput.tsx";
import { FormPart } from "../../../../../components/Form.tsx";
import { RadioGroup } from "../../../../../components/RadioGroup.tsx";
import type { ArticlePartProps } from "./ArticleForm.tsx";

/** When readers see an article. */
export function PublicationPart(
  { values, errors = {}, t, zone }: ArticlePartProps,
) {
  const words = t.blog.desk;
  const at = (
    <DateTimeInput
      name="at"
      label={words.at}
      value={values.at}
      error={errors["at"]}
      help={words.atHelp(zone)}
    />
  );
  return (
    <FormPart title={words.publication}>
      <RadioGroup
        name="publication"
        label={words.when}
        value={values.publication}
        options={[
          { value: "draft", label: words.keepDraft, help: words.keepDraftHelp },
          { value: "now", label: words.publishNow },
          {
            value: "at",
            label: words.publishAt,
            help: words.publishAtHelp,
            detail: at,
          },
        ]}
      />
    </FormPart>
  );
}

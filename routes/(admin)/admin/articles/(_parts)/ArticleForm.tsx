import type { ComponentChildren } from "preact";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Form, FormPart } from "../../../../../components/Form.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { Select } from "../../../../../components/Select.tsx";
import { TextArea } from "../../../../../components/TextArea.tsx";
import { TextInput } from "../../../../../components/TextInput.tsx";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import { LANGUAGES } from "../../../../../core/i18n/language.ts";
import type { ArticleFormData } from "./article_form.ts";
import { PicturePart } from "./PicturePart.tsx";
import { PublicationPart } from "./PublicationPart.tsx";

/** What the parts of an article's form need. */
export interface ArticlePartProps extends ArticleFormData {
  t: Catalogue;
  zone: string;
}

/** The fields of an article: its text, its picture, its publication. */
export function ArticleForm(
  { children, ...props }: ArticlePartProps & { children?: ComponentChildren },
) {
  const { t } = props;
  return (
    <Form
      encType="multipart/form-data"
      actions={
        <>
          <Button>{t.blog.desk.save}</Button>
          <Button kind="quiet" icon="eye" name="intent" value="preview">
            {t.blog.desk.preview}
          </Button>
          <ButtonLink kind="quiet" href="/admin/articles">
            {t.common.cancel}
          </ButtonLink>
          {children}
        </>
      }
    >
      <FormError errors={props.errors} />
      <TextPart {...props} />
      <PicturePart {...props} />
      <PublicationPart {...props} />
    </Form>
  );
}

function TextPart({ values, errors = {}, t }: ArticlePartProps) {
  const words = t.blog.desk;
  const common = { note: t.common.optional };
  return (
    <FormPart title={words.text}>
      <TextInput
        name="title"
        label={words.titleLabel}
        value={values.title}
        error={errors["title"]}
        autoComplete="off"
        required
      />
      <TextArea
        name="body"
        label={words.body}
        value={values.body}
        error={errors["body"]}
        help={words.bodyHelp}
        rows={18}
        required
      />
      <TextArea
        {...common}
        name="summary"
        label={words.summary}
        value={values.summary}
        error={errors["summary"]}
        help={words.summaryHelp}
        rows={3}
      />
      <TextInput
        {...common}
        name="slug"
        label={words.slug}
        value={values.slug}
        error={errors["slug"]}
        help={words.slugHelp}
        autoComplete="off"
        spellcheck={false}
      />
      <Select
        name="language"
        label={words.language}
        value={values.language}
        error={errors["language"]}
        options={LANGUAGES.map((value) => ({
          value,
          label: words.languages[value],
        }))}
      />
    </FormPart>
  );
}

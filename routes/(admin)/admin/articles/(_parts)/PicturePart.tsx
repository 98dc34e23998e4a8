import { Checkbox } from "../../../../../components/Checkbox.tsx";
import { FileInput } from "../../../../../components/FileInput.tsx";
import { FormPart } from "../../../../../components/Form.tsx";
import { TextInput } from "../../../../../components/TextInput.tsx";
import { PictureType } from "../../../../../core/articles/picture.ts";
import type { ArticlePartProps } from "./ArticleForm.tsx";

/** The picture of an article: the one it has, another one, or none. */
export function PicturePart(
  { values, errors, preview, picture, t }: ArticlePartProps,
) {
  const words = t.blog.desk;
  const isLost = errors !== undefined || preview !== undefined;
  return (
    <FormPart title={words.picture}>
      {picture && (
        <img
          src={`/pictures/${picture.id}`}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          class="h-auto w-full max-w-[320px] rounded border"
        />
      )}
      <FileInput
        name="picture"
        label={picture ? words.otherPicture : words.file}
        note={t.common.optional}
        accept={PictureType.options.join(",")}
        error={errors?.["picture"]}
        help={isLost ? words.pictureAgain : words.pictureHelp}
      />
      <TextInput
        name="alt"
        label={words.alt}
        value={values.alt}
        error={errors?.["alt"]}
        help={words.altHelp}
        autoComplete="off"
      />
      {picture && (
        <Checkbox
          name="removePicture"
          label={words.removePicture}
          checked={values.removePicture}
        />
      )}
    </FormPart>
  );
}

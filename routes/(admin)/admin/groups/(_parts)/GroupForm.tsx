import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Checkbox } from "../../../../../components/Checkbox.tsx";
import { Form, FormPart } from "../../../../../components/Form.tsx";
import { FormError } from "../../../../../components/FormError.tsx";
import { TextInput } from "../../../../../components/TextInput.tsx";
import {
  ADMINISTRATOR,
  ADMINISTRATOR_PERMISSIONS,
} from "../../../../../core/access/group.ts";
import type { Permission } from "../../../../../core/access/permissions.ts";
import type { Catalogue } from "../../../../../core/i18n/catalogue.ts";
import type { FormErrors } from "../../../../../web/forms.ts";

/** Which permissions stand together. */
const PARTS: readonly {
  title: keyof Catalogue["admin"]["groups"]["parts"];
  permissions: readonly Permission[];
}[] = [
  {
    title: "mailings",
    permissions: ["mailings.own", "mailings.view_any", "mailings.switch_off"],
  },
  {
    title: "users",
    permissions: ["users.view", "users.block", "users.delete", "groups.manage"],
  },
  { title: "site", permissions: ["articles.manage", "system.view"] },
];

/** What is typed about a group, and what was wrong with it. */
export interface GroupFields {
  name: string;
  permissions: readonly string[];
  errors: FormErrors;
}

/** A form of a group: a new one has a name to choose. */
export function GroupForm(
  { fields, isNew, t }: { fields: GroupFields; isNew: boolean; t: Catalogue },
) {
  const { groups: words } = t.admin;
  return (
    <Form
      actions={
        <>
          <Button>{isNew ? words.create : words.save}</Button>
          <ButtonLink kind="quiet" href="/admin/groups">
            {t.common.cancel}
          </ButtonLink>
        </>
      }
    >
      <FormError errors={fields.errors} />
      {isNew && (
        <TextInput
          name="name"
          label={words.name}
          help={words.nameHelp}
          value={fields.name}
          maxLength={50}
          error={fields.errors.name}
          required
        />
      )}
      {PARTS.map(({ title, permissions }) => (
        <FormPart key={title} title={words.parts[title]}>
          {permissions.map((permission) => (
            <PermissionBox key={permission} {...{ permission, fields, t }} />
          ))}
        </FormPart>
      ))}
    </Form>
  );
}

function PermissionBox(
  { permission, fields, t }: {
    permission: Permission;
    fields: GroupFields;
    t: Catalogue;
  },
) {
  const { name, help } = t.admin.permissions[permission];
  const isKept = fields.name === ADMINISTRATOR &&
    ADMINISTRATOR_PERMISSIONS.includes(permission);
  return (
    <>
      {/* What cannot be taken away is sent along without being asked. */}
      {isKept && <input type="hidden" name="permissions" value={permission} />}
      <Checkbox
        id={permission.replaceAll(/[._]/g, "-")}
        name="permissions"
        value={permission}
        label={name}
        help={help}
        checked={fields.permissions.includes(permission)}
        disabled={isKept}
      />
    </>
  );
}

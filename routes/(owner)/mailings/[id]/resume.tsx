import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { Form } from "../../../../components/Form.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import { RadioGroup } from "../../../../components/RadioGroup.tsx";
import type { MailingSettings } from "../../../../core/mailings/mailing.ts";
import type {
  Resumption,
  ResumptionChoice,
} from "../../../../core/mailings/resumption.ts";
import { defineOwner } from "../../../../web/define.ts";
import { type FormValues, readForm } from "../../../../web/forms.ts";
import { act } from "../(_parts)/act.ts";
import { toldOf } from "../(_parts)/told.ts";
import { sendingTime } from "../(_parts)/words.ts";

interface Resuming extends Resumption {
  mailing: MailingSettings;
}

/** Lets a paused mailing go on; where something is to be chosen first it is asked for. */
export const handler = defineOwner.handlers({
  async GET(ctx) {
    const { core, user } = ctx.state;
    const own = core.mailings.of(user.id);
    const mailing = await own.get(ctx.params.id!);
    return page<Resuming>({ mailing, ...await own.resumption(mailing.id) });
  },
  async POST(ctx) {
    const { core, user } = ctx.state;
    const own = core.mailings.of(user.id);
    const id = ctx.params.id!;
    const choice = choiceIn(await readForm(ctx.req));
    const { overdue, edited } = await own.resumption(id);
    const isOpen = overdue && !choice.overdue || edited && !choice.text;
    if (isOpen) return ctx.redirect(`/mailings/${id}/resume`, 303);
    return await act(ctx, async () => {
      const mailing = await own.resume(id, choice);
      const now = core.store.now();
      return {
        path: `/mailings/${mailing.id}`,
        text: toldOf(mailing, { ...ctx.state, now }),
      };
    });
  },
});

/** What is to be chosen before a mailing goes on. */
export default defineOwner.page<typeof handler>(
  function ResumePage({ data: { mailing, overdue, edited }, state }) {
    const { t, language, core } = state;
    const words = t.mailings.resuming;
    const path = `/mailings/${mailing.id}`;
    const zone = mailing.schedule?.timeZone ?? state.user.timeZone;
    const now = core.store.now();
    return (
      <>
        <Head>
          <title>{t.common.title(words.title)}</title>
        </Head>
        <PageHeader
          title={words.title}
          crumbs={[
            { href: "/mailings", label: t.mailings.title },
            { href: path, label: mailing.name },
          ]}
        />
        <Form
          action={`${path}/resume`}
          actions={
            <>
              <Button icon="play">
                {overdue ? words.sendNow : words.goOn}
              </Button>
              {overdue && (
                <ButtonLink kind="quiet" href={`${path}/edit`}>
                  {words.otherTime}
                </ButtonLink>
              )}
              <ButtonLink kind="quiet" href={path}>{words.stay}</ButtonLink>
            </>
          }
        >
          {overdue && (
            <p>
              {words.overdue(sendingTime(overdue, { language, zone, now }))}
              <input type="hidden" name="overdue" value="send" />
            </p>
          )}
          {edited && (
            <RadioGroup
              name="text"
              label={words.whichText}
              value="edited"
              options={[
                {
                  value: "edited",
                  label: words.newText,
                  help: edited.subject,
                },
                { value: "kept", label: words.oldText },
              ]}
            />
          )}
        </Form>
      </>
    );
  },
);

function choiceIn(form: FormValues): ResumptionChoice {
  const text = form.text("text");
  return {
    overdue: form.text("overdue") === "send" ? "send" : undefined,
    text: text === "kept" || text === "edited" ? text : undefined,
  };
}

import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "../../components/Button.tsx";
import { define } from "../../web/define.ts";
import { readForm, submit } from "../../web/forms.ts";
import { registrationOf } from "../../web/registration_cookie.ts";
import { redirectWith } from "../../web/redirect.ts";
import { visitorOf } from "../../web/visitor.ts";
import {
  AskForMail,
  LookIntoMail,
  mailAskedAt,
  notAsked,
} from "./(_parts)/MailAsked.tsx";

/** Tells where the confirmation went, and sends it once more. */
export const handler = define.handlers({
  GET: ({ state, url }) => page(mailAskedAt(url, state.site)),
  async POST(ctx) {
    const email = (await readForm(ctx.req)).text("email").trim();
    return await submit(async () => {
      await ctx.state.core.users.resendConfirmation(email, {
        ...visitorOf(ctx),
        registration: registrationOf(ctx),
      });
      const to = encodeURIComponent(email);
      return redirectWith(ctx, `/confirmation?to=${to}`, {
        kind: "done",
        text: ctx.state.t.account.confirmation.sentAgain,
      });
    }, (errors) => page(notAsked(email, errors), { status: 422 }));
  },
});

/** Where somebody waits for the link that confirms their address. */
export default define.page<typeof handler>(
  function ConfirmationPage({ data, state }) {
    const { account, common } = state.t;
    const { confirmation } = account;
    return (
      <>
        <Head>
          <title>{common.title(confirmation.title)}</title>
        </Head>
        {data.isAsked
          ? (
            <LookIntoMail {...data} {...confirmation} account={account}>
              <p class="text-faded">
                {confirmation.nothingCame}{" "}
                <a href="/sign-up" class="text-mark underline">
                  {confirmation.startAgain}
                </a>.
              </p>
              <form method="post" action="/confirmation">
                <input type="hidden" name="email" value={data.email} />
                <Button kind="quiet" icon="mail">{account.sendAgain}</Button>
              </form>
            </LookIntoMail>
          )
          : (
            <AskForMail
              {...data}
              account={account}
              action="/confirmation"
              title={confirmation.ask}
              help={confirmation.emailHelp}
              actions={<Button>{confirmation.send}</Button>}
            />
          )}
      </>
    );
  },
);

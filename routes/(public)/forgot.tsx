import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { define } from "../../web/define.ts";
import { readForm, submit } from "../../web/forms.ts";
import { visitorOf } from "../../web/visitor.ts";
import {
  AskForMail,
  LookIntoMail,
  mailAskedAt,
  notAsked,
} from "./(_parts)/MailAsked.tsx";

/** Mails a link to choose a new password. */
export const handler = define.handlers({
  GET: ({ state, url }) => page(mailAskedAt(url, state.site)),
  async POST(ctx) {
    const email = (await readForm(ctx.req)).text("email").trim();
    return await submit(async () => {
      await ctx.state.core.users.requestPasswordReset(email, visitorOf(ctx));
      return ctx.redirect(`/forgot?to=${encodeURIComponent(email)}`, 303);
    }, (errors) => page(notAsked(email, errors), { status: 422 }));
  },
});

/** The way to a new password. */
export default define.page<typeof handler>(
  function ForgotPage({ data, state }) {
    const { account, common } = state.t;
    const { reset } = account;
    return (
      <>
        <Head>
          <title>{common.title(reset.title)}</title>
        </Head>
        {data.isAsked
          ? (
            <LookIntoMail {...data} {...reset} account={account}>
              <p class="text-faded">
                {reset.nothingCame}{" "}
                <a href="/forgot" class="text-mark underline">
                  {reset.askAgain}
                </a>.
              </p>
            </LookIntoMail>
          )
          : (
            <AskForMail
              {...data}
              account={account}
              action="/forgot"
              title={reset.title}
              help={reset.emailHelp}
              actions={
                <>
                  <Button>{reset.send}</Button>
                  <ButtonLink kind="quiet" href="/sign-in">
                    {account.signIn}
                  </ButtonLink>
                </>
              }
            />
          )}
      </>
    );
  },
);

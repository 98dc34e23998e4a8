import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { define } from "../../../web/define.ts";
import { type FormErrors, submit } from "../../../web/forms.ts";
import { redirectWith } from "../../../web/redirect.ts";
import { startSession } from "../../../web/start_session.ts";

interface Confirming {
  errors: FormErrors;
}

/**
 * Confirms an address by its mailed link. Opening the link changes nothing: programs
 * that look through mail open links too.
 */
export const handler = define.handlers({
  GET: () => page<Confirming>({ errors: {} }),
  async POST(ctx) {
    return await submit(async () => {
      const user = await ctx.state.core.users.confirm(ctx.params.token ?? "");
      const response = redirectWith(ctx, "/overview", {
        kind: "done",
        text: ctx.state.t.account.confirmation.confirmed(user.name),
        toAnybody: true,
      });
      return await startSession(ctx, user, response);
    }, (errors) => page<Confirming>({ errors }, { status: 409 }));
  },
});

/** One button, which confirms an address. */
export default define.page<typeof handler>(
  function ConfirmPage({ data, state }) {
    const { account, account: { confirmation }, common } = state.t;
    const isStale = Object.keys(data.errors).length > 0;
    return (
      <>
        <Head>
          <title>{common.title(confirmation.title)}</title>
        </Head>
        <PageHeader title={confirmation.title} />
        {isStale
          ? (
            <div class="flex flex-col gap-6">
              <FormError
                errors={data.errors}
                title={confirmation.notConfirmed}
              />
              <div class="flex flex-wrap gap-3">
                <ButtonLink href="/sign-in">{account.signIn}</ButtonLink>
                <ButtonLink kind="quiet" href="/confirmation">
                  {account.newLink}
                </ButtonLink>
              </div>
            </div>
          )
          : (
            <form method="post" class="flex flex-col items-start gap-6">
              <p>{confirmation.about}</p>
              <Button icon="check">{confirmation.confirm}</Button>
            </form>
          )}
      </>
    );
  },
);

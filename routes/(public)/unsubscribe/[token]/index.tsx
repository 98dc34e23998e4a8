import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import type { Client } from "../../../../core/clients/client.ts";
import type { Core } from "../../../../core/core.ts";
import { define } from "../../../../web/define.ts";

interface Subscription {
  token: string;
  address: string;
  /** Who sends the mailings. */
  sender: string;
  isEnded: boolean;
}

/**
 * Ends a subscription by the link in a mail. Opening the link changes nothing: programs
 * that look through mail open links too. Mail programs post here on their own (RFC 8058),
 * with no cookie, and want a page for an answer instead of a redirect.
 */
export const handler = define.handlers({
  async GET({ state: { core }, params: { token = "" } }) {
    const client = await core.subscriptions.clientOf(token);
    return page(await subscriptionOf(core, { token, client }));
  },
  async POST({ state: { core }, params: { token = "" } }) {
    const { subscriptions } = core;
    const client = await subscriptions.change(token, { subscribed: false });
    return page(await subscriptionOf(core, { token, client }));
  },
});

async function subscriptionOf(
  core: Core,
  { token, client }: { token: string; client: Client },
): Promise<Subscription> {
  const owner = await core.users.get(client.ownerId);
  return {
    token,
    address: client.email,
    sender: owner.name,
    isEnded: client.unsubscribedAt !== undefined,
  };
}

/** One button that ends the mailings, or one that takes that back. */
export default define.page<typeof handler>(function UnsubscribePage({ data }) {
  return (
    <>
      <Head>
        <title>{`Mailings from ${data.sender} · Sendoff`}</title>
      </Head>
      {data.isEnded ? <Ended {...data} /> : <Running {...data} />}
    </>
  );
});

function Running({ token, sender, address }: Subscription) {
  return (
    <>
      <PageHeader title={`Stop mailings from ${sender}`} />
      <form
        method="post"
        action={`/unsubscribe/${token}`}
        class="flex flex-col items-start gap-6"
      >
        <p>
          {sender} sends mailings to{" "}
          <Address>{address}</Address>. With this button they stop.
        </p>
        <Button>Stop these mailings</Button>
      </form>
    </>
  );
}

function Ended({ token, sender, address }: Subscription) {
  return (
    <>
      <PageHeader title={`${sender} sends you no more mailings`} />
      <form
        method="post"
        action={`/unsubscribe/${token}/again`}
        class="flex flex-col items-start gap-6"
      >
        <p>
          <Address>{address}</Address>{" "}
          is left out from now on. A letter that is on its way already may still
          arrive.
        </p>
        <Button kind="quiet" icon="undo-2">Subscribe again</Button>
      </form>
    </>
  );
}

function Address({ children }: { children: string }) {
  return <strong class="font-medium">{children}</strong>;
}

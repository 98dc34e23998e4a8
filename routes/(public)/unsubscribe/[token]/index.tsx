import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button } from "../../../../components/Button.tsx";
import { PageHeader } from "../../../../components/PageHeader.tsx";
import type { Core } from "../../../../core/core.ts";
import type { Subscriber } from "../../../../core/delivery/subscriptions.ts";
import type { Catalogue } from "../../../../core/i18n/catalogue.ts";
import { define } from "../../../../web/define.ts";

interface Subscription {
  token: string;
  /** Unknown where the record was deleted. */
  address: string | undefined;
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
    const subscriber = await core.subscriptions.subscriberOf(token);
    return page(await subscriptionOf(core, { token, subscriber }));
  },
  async POST({ state: { core }, params: { token = "" } }) {
    const { subscriptions } = core;
    const subscriber = await subscriptions.change(token, { subscribed: false });
    return page(await subscriptionOf(core, { token, subscriber }));
  },
});

async function subscriptionOf(
  core: Core,
  { token, subscriber }: { token: string; subscriber: Subscriber },
): Promise<Subscription> {
  const owner = await core.users.get(subscriber.ownerId);
  return {
    token,
    address: subscriber.email,
    sender: owner.name,
    isEnded: subscriber.unsubscribedAt !== undefined,
  };
}

/** One button that ends the mailings, or one that takes that back. */
export default define.page<typeof handler>(
  function UnsubscribePage({ data, state }) {
    const { account: { unsubscribe: words }, common } = state.t;
    return (
      <>
        <Head>
          <title>{common.title(words.title(data.sender))}</title>
        </Head>
        {data.isEnded
          ? <Ended {...data} words={words} />
          : <Running {...data} words={words} />}
      </>
    );
  },
);

interface Worded {
  words: Catalogue["account"]["unsubscribe"];
}

function Running(
  { token, sender, address, words }: Subscription & Worded,
) {
  return (
    <>
      <PageHeader title={words.stop(sender)} />
      <form
        method="post"
        action={`/unsubscribe/${token}`}
        class="flex flex-col items-start gap-6"
      >
        <p>
          {words.sendsTo(sender)}{" "}
          <Address>{address ?? words.yourAddress}</Address>
          {words.withButton}
        </p>
        <Button>{words.confirm}</Button>
      </form>
    </>
  );
}

function Ended({ token, sender, address, words }: Subscription & Worded) {
  return (
    <>
      <PageHeader title={words.ended(sender)} />
      <form
        method="post"
        action={`/unsubscribe/${token}/again`}
        class="flex flex-col items-start gap-6"
      >
        <p>
          {words.before} <Address>{address ?? words.yourAddress}</Address>
          {words.leftOut}
        </p>
        <Button kind="quiet" icon="undo-2">{words.again}</Button>
      </form>
    </>
  );
}

function Address({ children }: { children: string }) {
  return <strong class="font-medium">{children}</strong>;
}

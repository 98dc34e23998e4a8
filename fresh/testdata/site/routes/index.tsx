import { signal } from "@preact/signals";
import { Head } from "fresh/runtime";
import { define } from "../define.ts";
import { Counter, Total } from "../islands/Counter.tsx";
import Disclosure from "../islands/disclosure.tsx";

export default define.page(() => {
  const count = signal(3);
  return (
    <main>
      <Head>
        <title>Home</title>
      </Head>
      <h1>Home</h1>
      <div id="counter">
        <Counter count={count} />
      </div>
      <div id="total">
        before<Total count={count} />after
      </div>
      <Disclosure label="More" text="Hidden text" />
      <Disclosure label="Less" text="Shown text" open />
    </main>
  );
});

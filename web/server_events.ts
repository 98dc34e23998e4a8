/** Answers with server-sent events until the source ends or the one who listens goes away. */
export function serverEvents(
  source: (signal: AbortSignal) => AsyncIterable<string>,
): Response {
  const gone = new AbortController();
  const events = source(gone.signal)[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await events.next();
      if (gone.signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      gone.abort();
      await events.return?.();
    },
    // Nothing begins for a request that never reads, such as HEAD.
  }, { highWaterMark: 0 });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      // Some proxies hold a stream back until it ends.
      "x-accel-buffering": "no",
    },
  });
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  hasEnded,
  readProgress,
  type ShownProgress,
} from "../components/run_progress.ts";
import { RunPanel, type RunPanelProps } from "../components/RunPanel.tsx";

/** What the island starts from: the numbers when the page was made, and its words. */
export interface LiveRunProps extends Omit<RunPanelProps, "children"> {
  /** How old the numbers are, and what to do about it where none come by themselves. */
  stale: { sentence: string; load: string };
  /** This page, to load it again. */
  page: string;
}

/** A run's progress while it goes on; once it has ended the whole page is loaded again. */
export function LiveRun({ stale, page, ...props }: LiveRunProps) {
  const progress = useSignal(props.progress);
  const isLive = useSignal(false);
  useEffect(() =>
    listen(`${props.path}/events`, {
      onNews: (news) => progress.value = news,
      onChange: (connected) => isLive.value = connected,
      onEnd: () => location.reload(),
    }), []);
  return (
    <RunPanel {...props} progress={progress.value}>
      {!isLive.value && !hasEnded(progress.value) && (
        <p class="text-13 text-faded">
          {stale.sentence}{" "}
          <a href={page} class="text-mark underline-offset-4 hover:underline">
            {stale.load}
          </a>
        </p>
      )}
    </RunPanel>
  );
}

function listen(url: string, { onNews, onChange, onEnd }: {
  onNews: (progress: ShownProgress) => void;
  onChange: (isConnected: boolean) => void;
  onEnd: () => void;
}): () => void {
  const source = new EventSource(url);
  source.onopen = () => onChange(true);
  source.onerror = () => onChange(false);
  source.onmessage = ({ data }) => {
    const progress = readProgress(JSON.parse(data));
    if (progress) onNews(progress);
  };
  source.addEventListener("end", () => {
    source.close();
    onEnd();
  });
  return () => source.close();
}

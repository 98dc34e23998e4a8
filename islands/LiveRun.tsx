import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import {
  hasEnded,
  readProgress,
  type RunProgress,
} from "../components/run_progress.ts";
import { RunPanel, type RunPanelProps } from "../components/RunPanel.tsx";

/** What the island starts from: the numbers when the page was made. */
export interface LiveRunProps
  extends Pick<RunPanelProps, "progress" | "path" | "shown" | "name"> {
  /** When the page was made, as people read it. */
  asOf: string;
  /** This page, to load it again. */
  page: string;
}

/** A run's progress while it goes on; once it has ended the whole page is loaded again. */
export function LiveRun({ asOf, page, ...props }: LiveRunProps) {
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
          The numbers are of {asOf}.{" "}
          <a href={page} class="text-mark underline-offset-4 hover:underline">
            Load the page again
          </a>{" "}
          for newer ones.
        </p>
      )}
    </RunPanel>
  );
}

function listen(url: string, { onNews, onChange, onEnd }: {
  onNews: (progress: RunProgress) => void;
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

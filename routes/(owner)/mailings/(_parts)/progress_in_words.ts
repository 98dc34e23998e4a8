import type {
  ShownNumber,
  ShownProgress,
} from "../../../../components/run_progress.ts";
import { numberFormat } from "../../../../components/formats.ts";
import { LOCALES } from "../../../../core/i18n/language.ts";
import {
  heldBackInWords,
  type HeldBackReader,
} from "../../(_parts)/held_back.ts";
import type { RunProgress } from "./run_progress.ts";
import type { Voice } from "./words.ts";

/** A run's progress as its reader sees it, while it goes on and afterwards. */
export function progressInWords(
  progress: RunProgress,
  voice: Voice & Pick<HeldBackReader, "zone" | "now">,
): ShownProgress {
  const { state, recipients, waiting, heldBack } = progress;
  const { runs, common } = voice.t;
  const handled = recipients - waiting;
  return {
    state,
    stateName: common.states[state],
    sentence: state === "planning"
      ? runs.gathered(recipients)
      : runs.handled(handled, recipients),
    value: handled,
    max: recipients,
    numbers: numbersOf(progress, voice),
    ...(heldBack && { heldBack: heldBackInWords(heldBack, voice) }),
  };
}

function numbersOf(
  progress: RunProgress,
  { t, language }: Voice,
): ShownNumber[] {
  const { figures } = t.runs;
  const written = numberFormat(LOCALES[language]);
  const number = (
    show: Exclude<ShownNumber["show"], "all">,
    label = figures[show],
  ): ShownNumber => ({ show, label, value: written.format(progress[show]) });
  return [
    {
      show: "all",
      label: figures.all,
      value: written.format(progress.recipients),
    },
    number("delivered"),
    progress.state === "cancelled"
      ? number("waiting", figures.notSent)
      : number("waiting"),
    number("refused"),
    ...(progress.expired > 0 ? [number("expired")] : []),
    number("skipped"),
  ];
}

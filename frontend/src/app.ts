/** What every page loads: htmx under a strict policy, and the islands, mounted on whatever arrives. */
import htmx from "htmx.org";

import { aloud } from "./aloud";
import { arrive } from "./arrive";
import { sayWhereWeAre } from "./at";
import { autosave, holdWhileSaving } from "./autosave";
import { board } from "./board";
import { clock } from "./clock";
import { catchFiles } from "./drop";
import { showHere } from "./here";
import { pressOnKeys } from "./keys";
import { walkOnKeys } from "./lab";
import { leave } from "./leave";
import { hushWhenLeft, listen, voices } from "./listen";
import { limit } from "./limit";
import { live } from "./live";
import { once } from "./once";
import { progress, progressOf } from "./progress";
import { holdWhileHearing, recorder, recordOnKeys } from "./recorder";
import { remarks } from "./remark";
import { replay } from "./replay";
import { trouble } from "./trouble";

declare const EDITOR_URL: string;

Object.assign(htmx.config, {
  includeIndicatorStyles: false, // style-src allows no style that the server has not signed
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  attributesToSettle: ["class", "width", "height"], // not style, which is set by script alone: copied as an attribute the policy refuses it
  historyCacheSize: 0, // what a candidate writes is not left in the browser's storage
  // 422 carries the form again, with what is wrong in it
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true },
    { code: "[45]..", swap: false, error: true },
  ],
});

holdWhileHearing(); // what is still being heard is not yet an answer
holdWhileSaving(); // before `once`: a submission that waits for a draft is not yet a submission
once();
sayWhereWeAre();
showHere();
pressOnKeys();
arrive();
trouble();
catchFiles();
limit();
walkOnKeys();
hushWhenLeft();
recordOnKeys();

function each<E extends HTMLElement>(root: Element, selector: string, island: (element: E) => void): void {
  if (root.matches(selector)) island(root as E);
  root.querySelectorAll<E>(selector).forEach(island);
}

htmx.onLoad((added) => {
  const root = added as Element;
  each(root, "time[data-clock]", clock);
  each<HTMLFormElement>(root, "form[data-autosave]", autosave);
  each<HTMLFormElement>(root, "form[data-leave]", leave);
  each<HTMLFormElement>(root, "form[data-progress-of]", progressOf);
  each(root, "[data-progress]", progress);
  each(root, "[data-live]", live);
  each(root, "[data-listen]", listen);
  each(root, "[data-recorder]", recorder);
  each(root, "[data-mode=aloud]", aloud);
  each(root, "[data-replay]", replay);
  each<HTMLFormElement>(root, "form[data-voices]", voices);
  each<HTMLElement>(root, "[data-gantt]", board);
  each<HTMLTextAreaElement>(root, "textarea[data-remarks]", remarks);
  if (root.matches("textarea[data-editor]") || root.querySelector("textarea[data-editor]")) {
    void import(EDITOR_URL).then(({ editor }: typeof import("./editor")) => each(root, "textarea[data-editor]", editor));
  }
});

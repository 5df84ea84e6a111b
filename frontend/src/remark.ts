/**
 * A change under review: a click on a line of `pre.diff[data-file]`, or Enter or space while it has the focus, begins a remark
 * `file:line severity: ` in `<textarea data-remarks=SEVERITY>`. One line of each file is reached by Tab, the others by the arrows.
 */

/** Begins the remark on a line of its own, with the severity selected: who knows better types over it. */
function begin(field: HTMLTextAreaElement, file: string, line: string): void {
  const severity = field.dataset.remarks ?? "";
  const before = field.value.replace(/\s+$/, "");
  const start = `${before}${before && "\n"}${file}:${line} `;
  field.value = `${start}${severity}: `;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
  field.setSelectionRange(start.length, start.length + severity.length);
  field.scrollTop = field.scrollHeight;
}

function step(lines: HTMLElement[], from: HTMLElement, by: number): void {
  const next = lines[lines.indexOf(from) + by];
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** Lets the lines of every change on the page be remarked on. */
export function remarks(field: HTMLTextAreaElement): void {
  for (const change of document.querySelectorAll<HTMLElement>("pre.diff[data-file]")) {
    const lines = [...change.querySelectorAll<HTMLElement>("[data-line]")];
    lines.forEach((line, at) => {
      line.setAttribute("role", "button");
      line.tabIndex = at ? -1 : 0;
    });
    const start = (line: HTMLElement) => begin(field, change.dataset.file ?? "", line.dataset.line ?? "");
    change.addEventListener("click", (event) => {
      const line = event.target instanceof Element && event.target.closest<HTMLElement>("[data-line]");
      if (line && getSelection()?.isCollapsed !== false) start(line);
    });
    change.addEventListener("keydown", (event) => {
      const line = event.target instanceof HTMLElement && lines.includes(event.target) && event.target;
      if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by) step(lines, line, by);
      else if (event.key === "Enter" || event.key === " ") start(line);
      else return;
      event.preventDefault();
    });
  }
  for (const how of document.querySelectorAll<HTMLElement>("[data-remarks-how]")) how.hidden = false;
}

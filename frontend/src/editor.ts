/**
 * `<textarea data-editor="python">` becomes an editor; the textarea stays in the form, hidden, and always holds the same text.
 *   data-editor-plain   the interview's profile: no completion, no colours, nothing typed by itself
 *   data-editor-tab     Tab indents (Escape, then Tab, leaves); otherwise Tab moves on, as in any field
 *   data-max-bytes      what the server takes (1 000 000 unless told)
 *   data-msg-too-big, -not-python, -not-text, -one-file   said in `[data-say-for=ID]`
 *   data-msg-completions   the list of completions, for screen readers
 * A dropped .py file replaces the text; so does one chosen in `<input type=file data-editor-file=ID>`. Undo takes it back.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

import { look } from "./editor-look";
import { message, say } from "./messages";

const MAX_BYTES = 1_000_000;

function tooBig(text: { length: number; toString(): string }, limit: number): boolean {
  if (text.length * 3 <= limit) return false; // no UTF-16 unit takes more than three bytes of UTF-8
  return new TextEncoder().encode(text.toString()).length > limit;
}

/** Replaces the text by the file's, or says why not. */
async function load(view: EditorView, field: HTMLTextAreaElement, files: FileList, limit: number): Promise<void> {
  const file = files[0];
  if (!file) return;
  if (files.length > 1) return say(field, "one-file");
  if (!file.name.toLowerCase().endsWith(".py")) return say(field, "not-python");
  if (file.size > limit) return say(field, "too-big");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return say(field, "not-text");
  }
  say(field, "");
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, userEvent: "input.drop" });
  view.focus();
}

/** What makes it an editor rather than a sheet of paper: left out in the plain profile. */
function comforts(): Extension {
  return [
    python(),
    syntaxHighlighting(classHighlighter),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}

/** Name and description as the textarea has them, by its label. */
function named(field: HTMLTextAreaElement): Extension {
  // A tab index of its own, so that whatever scrolls is seen to be reached by the keyboard.
  const attributes: Record<string, string> = { spellcheck: "false", autocapitalize: "off", tabindex: "0" };
  const label = field.labels[0];
  const own = field.getAttribute("aria-label");
  const described = field.getAttribute("aria-describedby");
  if (label) {
    label.id ||= `${field.id}-label`;
    attributes["aria-labelledby"] = label.id;
  } else if (own) attributes["aria-label"] = own;
  if (described) attributes["aria-describedby"] = described;
  return EditorView.contentAttributes.of(attributes);
}

/** Text too long for the server never gets in. */
function guard(field: HTMLTextAreaElement, limit: number): Extension {
  return EditorState.transactionFilter.of((change) => {
    if (!change.docChanged || !tooBig(change.newDoc, limit)) return change;
    say(field, "too-big");
    return [];
  });
}

/** The textarea follows the editor at every change. */
function follow(field: HTMLTextAreaElement): Extension {
  return EditorView.updateListener.of((update) => {
    if (!update.docChanged) return;
    field.value = update.state.doc.toString();
    if (update.transactions.some((change) => change.isUserEvent("input") || change.isUserEvent("delete"))) say(field, "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function files(field: HTMLTextAreaElement, limit: number): Extension {
  return EditorView.domEventHandlers({
    drop(event, view) {
      if (!event.dataTransfer?.files.length) return false;
      event.preventDefault();
      void load(view, field, event.dataTransfer.files, limit);
      return true;
    },
  });
}

function extensions(field: HTMLTextAreaElement, limit: number): Extension {
  const completions = message(field, "completions");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const narrow = matchMedia("(max-width: 560px)").matches; // a phone: nothing to be found by scrolling sideways
  return [
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ""),
    look,
    EditorView.editorAttributes.of({ class: "editor" }),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection({ cursorBlinkRate: still ? 0 : 1200 }),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    "editorPlain" in field.dataset ? [] : comforts(),
    keymap.of([...("editorTab" in field.dataset ? [indentWithTab] : []), ...historyKeymap, ...defaultKeymap]),
    completions ? EditorState.phrases.of({ Completions: completions }) : [],
    field.readOnly ? [EditorState.readOnly.of(true)] : [guard(field, limit), files(field, limit)],
    narrow ? EditorView.lineWrapping : [],
    named(field),
    follow(field),
  ];
}

export function editor(field: HTMLTextAreaElement): void {
  if (field.hidden) return;
  const limit = Number(field.dataset.maxBytes ?? MAX_BYTES);
  const state = EditorState.create({ doc: field.value, extensions: extensions(field, limit) });
  const view = new EditorView({ state });
  const hadFocus = document.activeElement === field;
  field.hidden = true;
  field.required = false; // a hidden field cannot be complained about; the server does
  field.after(view.dom);
  if (hadFocus || field.autofocus) view.focus();
  void document.fonts.ready.then(() => view.requestMeasure()); // a typeface that came late has other measures

  const take = (text: string) => {
    if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  };
  field.addEventListener("change", () => take(field.value)); // somebody else wrote into the textarea: a draft came back
  field.form?.addEventListener("reset", () => take(field.defaultValue));
  field.labels[0]?.addEventListener("click", () => view.focus());
  field.addEventListener("htmx:beforeCleanupElement", () => view.destroy());

  const chooser = document.querySelector<HTMLInputElement>(`input[data-editor-file="${CSS.escape(field.id)}"]`);
  chooser?.addEventListener("change", () => {
    if (chooser.files) void load(view, field, chooser.files, limit).then(() => (chooser.value = ""));
  });
}

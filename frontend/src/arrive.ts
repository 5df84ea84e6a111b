/**
 * What arrives in the page is noticed: the text of `[data-arrive]` (a verdict's title) is given to the page's
 * `#heard[role=status]`, and the element is brought into view. The keyboard goes to `[data-focus]`, where there is one: to the verdict of
 * what was handed in, to the box of the question that waits; otherwise it stays where the candidate left it.
 */
export function arrive(): void {
  document.addEventListener("htmx:load", (event) => {
    const root = event.target;
    if (!(root instanceof Element) || root === document.body) return;
    const all = (selector: string) => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll<HTMLElement>(selector)];
    const news = all("[data-arrive]");
    if (!news[0]) return;
    const heard = document.getElementById("heard");
    if (heard) heard.textContent = news.map((piece) => piece.textContent).join(" ");
    const [target] = all("[data-focus]");
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    (target?.closest("section.waits") ?? news[0]).scrollIntoView({ block: "nearest" });
  });
}

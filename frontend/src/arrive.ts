/**
 * What arrives in the page is noticed: the text of `[data-arrive]` (a verdict's title) is given to the page's
 * `#heard[role=status]`, and the element is brought into view. The keyboard's focus stays where the candidate left it.
 */
export function arrive(): void {
  document.addEventListener("htmx:load", (event) => {
    const root = event.target;
    if (!(root instanceof Element) || root === document.body) return;
    const news = root.matches("[data-arrive]") ? root : root.querySelector("[data-arrive]");
    if (!news) return;
    const heard = document.getElementById("heard");
    if (heard) heard.textContent = news.textContent;
    news.scrollIntoView({ block: "nearest" });
  });
}

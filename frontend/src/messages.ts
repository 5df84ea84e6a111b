/** Words come from the server, in the page's language, as `data-msg-…` attributes; scripts have none of their own. */

/** The owner's message called `name` (`too-big` is read from `data-msg-too-big`), or "" if the page gives none. */
export function message(owner: HTMLElement, name: string): string {
  return owner.getAttribute(`data-msg-${name}`) ?? "";
}

/** Puts the owner's message into the element that the page keeps for it; an empty name empties it. */
export function say(owner: HTMLElement, name: string): void {
  const place = document.querySelector(`[data-say-for="${CSS.escape(owner.id)}"]`);
  if (place) place.textContent = name && message(owner, name);
}

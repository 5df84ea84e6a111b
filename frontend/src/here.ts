/** On a phone the navigation is one row that is pushed along: the page that is open is brought into it. */
export function showHere(): void {
  const here = document.querySelector<HTMLElement>(".top > nav [aria-current]");
  const row = here?.parentElement;
  if (here && row) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}

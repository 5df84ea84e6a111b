/**
 * Every step of an interview says which event it follows. The page knows that number in one place, the field `#at`, which each answer
 * of the server renews; whatever form of the page is sent says what stands there at that moment.
 */
export function sayWhereWeAre(): void {
  document.addEventListener("formdata", (event) => {
    const known = document.getElementById("at");
    if (event.formData.has("at") && known instanceof HTMLInputElement) event.formData.set("at", known.value);
  });
}

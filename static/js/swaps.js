// After a part of the page was replaced: focus goes to its heading, its count is said, and failures are shown.
(() => {
  const status = document.getElementById("status");
  const problem = document.getElementById("problem");
  let before = "";

  window.say = (words) => { if (words && status.textContent !== words) status.textContent = words; };

  // An opaque frame may not fetch from us: there everything works as it does without script.
  if (self.origin === "null") document.body.setAttribute("hx-disable", "");

  const heading = (region) => region.querySelector?.("[data-focus]");

  document.addEventListener("htmx:beforeSwap", (event) => {
    before = heading(event.detail.target)?.textContent ?? "";
    if (event.detail.xhr.status < 400) problem.replaceChildren();
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const region = event.target;
    const to = heading(region);
    const lost = document.activeElement === document.body;
    const asked = region.id === "results" && document.activeElement?.id !== "check-again";
    if (to && (lost && region.id !== "page" || asked || to.textContent !== before && region.id === "page")) to.focus({ preventScroll: region.id !== "page" });
    say(region.id === "problem" ? problem.textContent.trim() : region.dataset.say);
  });

  const noAnswer = () => {
    problem.replaceChildren(document.getElementById("no-answer").content.cloneNode(true));
    problem.scrollIntoView({ block: "nearest" });
    say(problem.textContent.trim().replace(/\s+/g, " "));
  };
  document.addEventListener("htmx:sendError", noAnswer);
  document.addEventListener("htmx:timeout", noAnswer);
})();

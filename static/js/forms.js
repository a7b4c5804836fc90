// A form is sent once; boxes for someone else's answers are not filled with the user's own; characters left are counted.
(() => {
  const progress = document.getElementById("progress");
  const own = { givenName: "given-name", familyName: "family-name", birthDay: "bday-day", birthMonth: "bday-month", birthYear: "bday-year", mobile: "tel", email: "email" };

  // No event tells of a sending that was stopped, by Escape or a lost network: the form opens again after a while.
  let waiting;
  const open = () => {
    progress.classList.remove("htmx-request");
    document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    progress.classList.add("htmx-request");
    clearTimeout(waiting);
    waiting = setTimeout(open, 10_000);
  });
  window.addEventListener("pageshow", open);

  document.addEventListener("change", (event) => {
    if (event.target.name !== "who") return;
    for (const [name, purpose] of Object.entries(own)) {
      document.getElementById(name)?.setAttribute("autocomplete", event.target.value === "me" ? purpose : "off");
    }
  });

  let pause;
  document.addEventListener("input", (event) => {
    const most = Number(event.target.dataset.most);
    if (!most) return;
    const left = most - event.target.value.length;
    const words = left < 0 ? `${-left} characters too many` : `${left} characters left`;
    event.target.parentElement.querySelector("[data-left]").textContent = words;
    clearTimeout(pause);
    pause = setTimeout(() => window.say(words), 1000);
  });
})();

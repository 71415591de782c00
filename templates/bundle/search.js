for (const edition of document.querySelectorAll(".edition")) {
  const field = edition.querySelector(".search"), input = field.querySelector("input");
  const said = field.querySelector("[data-none]");
  field.hidden = false;
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const row of edition.querySelectorAll("tbody tr")) {
      const text = row.textContent.toLowerCase();
      const shown = wanted.every(word => text.includes(word));
      row.classList.toggle("gone", !shown);
      found += shown ? 1 : 0;
    }
    said.textContent = wanted.length && !found ? said.dataset.none : "";
  });
}


(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var search = document.getElementById("search");
  var rule = document.getElementById("rule");
  var shown = document.getElementById("shown");
  var none = document.getElementById("none");
  var documents = Array.from(document.querySelectorAll(".document")).map(function (element) {
    var path = element.querySelector("h3").textContent.toLowerCase();
    var findings = Array.from(element.querySelectorAll(".finding")).map(function (finding) {
      return { element: finding, text: path + " " + finding.textContent.toLowerCase() };
    });
    return { element: element, findings: findings };
  });
  var total = documents.reduce(function (sum, one) { return sum + one.findings.length; }, 0);

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var severities = Array.from(form.querySelectorAll("input[name=severity]:checked")).map(function (box) { return box.value; });
    var count = 0;
    documents.forEach(function (one) {
      var left = 0;
      one.findings.forEach(function (finding) {
        var data = finding.element.dataset;
        var fits = severities.includes(data.severity) && (!rule.value || rule.value === data.rule) &&
          words.every(function (word) { return finding.text.includes(word); });
        finding.element.hidden = !fits;
        if (fits) left += 1;
      });
      one.element.hidden = left === 0;
      count += left;
    });
    none.hidden = count > 0;
    shown.textContent = count + " of " + total + (total === 1 ? " finding is shown" : " findings are shown");
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape") {
      form.reset();
    }
  });
  // A link to a document that is filtered away shows everything again.
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#document-']");
    var target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.hidden) { form.reset(); filter(); }
  });
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (one) { one.open = false; }); });
  filter();
})();

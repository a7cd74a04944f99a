// Puts the secret of the address into the form, so that nobody has to paste it. Without this script the form works too.
(function () {
  function fill() {
    var secret = window.location.hash.slice(1);
    var field = document.getElementById("code");
    if (!secret || !field) {
      return;
    }
    field.value = secret;
    // Neither the history nor a screenshot of the address needs it any more.
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    document.querySelectorAll("a[hreflang]").forEach(function (link) {
      link.hash = secret;
    });
    document.getElementById("birthDate").focus();
  }

  fill();
  // Another link that is followed while the form is open changes nothing else.
  window.addEventListener("hashchange", fill);
})();

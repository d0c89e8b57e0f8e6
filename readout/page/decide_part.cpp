#include "readout/page/decide_part.h"

#include <vector>

#include "readout/page/template.h"

namespace readout {
namespace {

struct DecideButton {
  std::string_view verb;
  std::string_view label;
};

struct DecideForm {
  std::string_view title;
  std::string_view other;
  std::string_view name;
  std::vector<DecideButton> buttons;
};

DecideForm form_of(DecidedKind kind) {
  switch (kind) {
    case DecidedKind::discrepancy:
      return {"Decide", "", "", {{"accept", "Accept"}, {"reject", "Reject"}, {"note", "Note"}}};
    case DecidedKind::statement:
      return {"Decide about this statement",
              "Another statement (104:22-66), or the person who said it (person:NAME)",
              "Or who said it, in your words",
              {{"merge", "The same statement"},
               {"split", "Not the same; or said by another"},
               {"unknown", "Said by nobody known"},
               {"note", "Note"}}};
    case DecidedKind::person:
      return {"Decide about this person",
              "Another person: a name, or person:KEY",
              "New name",
              {{"rename", "Rename"}, {"merge", "One with the other"}, {"split", "Not one"}, {"note", "Note"}}};
    case DecidedKind::document:
      return {"A note on this document", "", "", {{"note", "Note"}}};
    case DecidedKind::decision:
      return {"Undo this decision", "", "", {{"undo", "Undo"}}};
  }
  return {};
}

// An id of an element: letters, digits and dashes.
std::string key_of(const std::string& target) {
  std::string key;
  for (const char c : target) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    key += plain ? c : '-';
  }
  return key;
}

}  // namespace

Markup decide_part(DecidedKind kind, const std::string& target, const PageAsk& ask, const Visit& visit) {
  if (visit.frame.token.empty() || visit.frame.ground != Ground::site) return {};
  const DecideForm form = form_of(kind);
  PageValues values;
  values.text("title",
              std::string(form.title) +
                  (kind == DecidedKind::decision || kind == DecidedKind::discrepancy ? " " + target : std::string()));
  values.text("token", visit.frame.token).text("target", target).text("key", key_of(target));
  values.text("back", Address::again(ask, PageForm::html).str());
  values.text("other", std::string(form.other)).text("name", std::string(form.name));
  for (std::size_t i = 0; i < form.buttons.size(); ++i)
    values.each("buttons")
        .text("verb", std::string(form.buttons[i].verb))
        .text("label", std::string(form.buttons[i].label))
        .flag("plain", i > 0);
  return render("decide", values);
}

}  // namespace readout

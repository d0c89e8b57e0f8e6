#include "server/decide_form.h"

namespace readout {

WebAnswer answer_decision(const WebRequest& request, const Site&, Visit&) {
  return refusal_answer({501, "decisions cannot be taken here yet", "The command line has them: 'readout --help'."},
                        request.form);
}

}  // namespace readout

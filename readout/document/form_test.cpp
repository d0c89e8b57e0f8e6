#include "readout/document/form.h"

#include <gtest/gtest.h>

#include <string>

#include "readout/document/tell_test.h"

namespace readout {
namespace {

std::string issuer(const Document& document) {
  return std::string(document.text[document.issuer]);
}

TEST(Form, ReportsAreTheRule) {
  EXPECT_EQ(tell(kBody).form, Form::report);
  EXPECT_EQ(tell("").form, Form::unknown);
  // What an agency reports of a ministry stays a report.
  const Document agency = tell("MARLOW, July 3 (NAA) - The Ministry of Transport announces a new toll.\n\n" + kBody);
  EXPECT_EQ(agency.form, Form::report);
  EXPECT_EQ(
      tell("The ministry announced a new toll on Monday, and the board of the harbour agreed to it.\n\n" + kBody).form,
      Form::report);
}

TEST(Form, CommuniquesNameTheirIssuer) {
  const Document titled = tell("Statement by the Foreign Ministry of Norland on the Marlow Talks\n\n" + kBody);
  EXPECT_EQ(titled.form, Form::communique);
  EXPECT_EQ(issuer(titled), "the Foreign Ministry of Norland");
  const Document readout = tell("Readout of President Vale\xE2\x80\x99s Call with Prime Minister Reed\n\n" + kBody);
  EXPECT_EQ(readout.form, Form::communique);
  EXPECT_EQ(issuer(readout), "President Vale");
  const Document lead =
      tell("The Ministry of Transport of Norland announces that the pier will open again to every ferry.\n\n" + kBody);
  EXPECT_EQ(lead.form, Form::communique);
  EXPECT_EQ(issuer(lead), "The Ministry of Transport of Norland");
  EXPECT_EQ(tell("FOR IMMEDIATE RELEASE\n\nNorland Opens the Pier\n\n" + kBody).form, Form::communique);
}

TEST(Form, AnOfficialAddressMakesACommunique) {
  Metadata metadata;
  metadata.url = "https://www.mfa.norland.example/news/17";
  EXPECT_EQ(tell(kBody, metadata).form, Form::communique);
  metadata.url = "https://gazette.example/mfa/17";
  EXPECT_EQ(tell(kBody, metadata).form, Form::report);
}

TEST(Form, TranscriptsAreTurnsFromTheBeginning) {
  const Document short_one = tell(
      "Forgive the delay.\n\nQuestion: What of the toll at the pier?\n\nAna Vale: It stands, as I said.\n\n" + kBody);
  EXPECT_EQ(short_one.form, Form::transcript);
  EXPECT_EQ(
      tell("MR. REED: We begin.\n\nSECRETARY VALE: Thank you.\n\nMR. REED: The toll?\n\nSECRETARY VALE: It stands.\n")
          .form,
      Form::transcript);
  EXPECT_EQ(tell("Following is a transcript of remarks made at the pier:\n\nHOST: What happened?\n\nQUILL: We "
                 "met.\n\nHOST: Thanks.\n")
                .form,
            Form::transcript);
  // One passage of questions in a long article does not make it one.
  EXPECT_EQ(tell(kBody + kBody + kBody + "Question: What of the toll?\n\nAna Vale: It stands.\n\n").form, Form::report);
  EXPECT_EQ(tell("Price: 40 crowns a day for each boat in the harbour.\n\nPlace: the pier at Marlow.\n\n" + kBody).form,
            Form::report);
}

}  // namespace
}  // namespace readout

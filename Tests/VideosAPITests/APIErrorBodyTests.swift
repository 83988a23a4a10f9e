import Testing
import VideosAPI

@Suite struct APIErrorBodyTests {
  private func error(_ status: Int, _ text: String, type: String? = "application/json", key: String? = nil)
    -> APIErrorBody
  {
    APIErrorBody(status: status, contentType: type, body: Array(text.utf8), masking: key)
  }

  @Test(arguments: [
    (#"{"error":{"message":"a","code":null}}"#, "a"),
    (#"{"error":{"message":null,"code":"b"}}"#, "b"),
    (#"{"error":"c","detail":"x"}"#, "c"),
    (#"{"error":null,"detail":"d"}"#, "d"),
    (#"{"detail":[{"msg":"e","loc":["body","size"]},{"msg":"f"}]}"#, "size: e; f"),
    (#"{"detail":{"error":{"message":"g"}}}"#, "g"),
    (#"{"code":7,"message":"h"}"#, "h"),
    ("i\nj", "i"),
    ("<html><head><TITLE>\n k \n</TITLE></head></html>", "k"),
    ("<html><body>l</body></html>", "502 Bad Gateway"),
    ("", "502 Bad Gateway"), ("{}", "502 Bad Gateway"), ("null", "502 Bad Gateway"), (" \r\n", "502 Bad Gateway"),
    ("\u{0}\u{1}", "502 Bad Gateway"),
  ])
  func everyShapeGivesAMessage(_ body: String, message: String) {
    #expect(error(502, body, type: nil).message == message)
  }

  @Test func aDoubleWrappedMessageIsUnwrapped() {
    let core = #"{\\\"error\\\":{\\\"message\\\":\\\"core\\\",\\\"code\\\":\\\"deep\\\"}}"#
    let inner = #"{\"error\":{\"message\":\"litellm.X: YException - \#(core)\"}}"#
    let found = error(400, #"{"error":{"message":"litellm.BadRequestError: Z - \#(inner) tail","code":"400"}}"#)
    #expect(found.message == "core")
    #expect(found.code == "deep")
  }

  @Test func bracesOfAPromptAreNotTakenForAnAnswer() {
    #expect(
      error(400, #"{"error":{"message":"bad prompt {the ribbons|the paper}: no"}}"#).message
        == "bad prompt {the ribbons|the paper}: no")
  }

  @Test func theTracebackAndTheGroupAreCutOff() {
    #expect(
      error(500, #"{"error":{"message":"litellm.APIError: no luck. Received Model Group=x\nAvailable"}}"#).message
        == "no luck")
    #expect(
      error(500, #"{"error":{"message":"litellm.APIError: no luck\nTraceback (most recent call last):"}}"#).message
        == "no luck")
  }

  @Test func theTextIsCappedAndHoldsNoControlCharacters() {
    let found = error(400, #"{"error":{"message":"\#(String(repeating: "样", count: 20_000))"}}"# + "\u{1B}[2J")
    #expect(found.raw.utf8.count <= 8 * 1024 + 3)
    let shown = error(400, "a\u{1B}[2J\u{9B}31mb\u{7F}c\r\nd", type: "text/plain")
    #expect(shown.message == "a[2J31mbc")
    #expect(shown.raw == "a[2J31mbc\nd")
    #expect(error(400, #"{"error":{"message":"\#(String(repeating: "x", count: 5000))"}}"#).message.count == 2000)
  }

  @Test func theKeyIsMaskedWhereverItIsRepeatedAndHoweverTheTextIsCut() {
    let key = "my/secret+key"
    for text in [
      key, key + "\u{301}", key + "\u{200D}", "my\\/secret+key", "Bearer abcdefgh", "sk-proj-abc...wxyz", "(sk-1234)",
    ] {
      let found = error(401, #"{"error":{"message":"bad \#(text)"}}"#, key: key)
      #expect(!found.message.contains("secret") && !found.raw.contains("secret"))
      #expect(!found.message.contains("abc") && !found.raw.contains("1234"))
      #expect(found.message.unicodeScalars.contains("•"))
    }
    for padding in 8180...8192 {
      #expect(
        !error(401, String(repeating: "a", count: padding) + key, type: "text/plain", key: key).raw.contains("my/"))
    }
  }

  @Test func wordsThatOnlyLookLikeAKeyAreLeftAlone() {
    let text = "task_0123456789abcdef task-force ask-me pk-1 turnkey: yes, Operation 57d33b99-1893-4d91-bd00"
    #expect(text.redacting(nil).hasPrefix("task_0123456789abcdef task-force ask-me pk-1"))
    #expect(text.redacting(nil).hasSuffix("Operation 57d33b99-1893-4d91-bd00"))
    #expect("nothing here".redacting("abc") == "nothing here")
  }

  @Test(arguments: [
    (402, "{}", ErrorKind.balanceUsedUp),
    (429, #"{"error":{"message":"x","type":"budget_exceeded"}}"#, .balanceUsedUp),
    (
      422, #"{"error":{"message":"Budget has been exceeded! Current cost: 1","type":"budget_exceeded"}}"#,
      .balanceUsedUp
    ),
    (429, #"{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"#, .balanceUsedUp),
    (403, #"{"message":"余额不足"}"#, .balanceUsedUp),
    (403, #"{"error":{"message":"not allowed to call this model"}}"#, .keyRefused),
    (401, #"{"error":{"message":"token expired"}}"#, .keyRefused),
    (429, #"{"error":{"message":"rate limit for safety"}}"#, .rateLimited),
    (413, "", .tooLarge), (405, "", .methodRefused), (408, "", .passing), (409, "", .passing), (425, "", .passing),
    (500, "", .passing), (503, "<html>", .passing), (599, "", .passing),
    (404, "", .unknownID), (404, #"{"error":{"message":"no such video"}}"#, .unknownID),
    (404, #"{"detail":"Not Found"}"#, .notFoundRoute),
    (404, #"{"error":{"message":"The model x does not exist","code":"model_not_found"}}"#, .badRequest),
    (410, "", .expired), (422, "{}", .badRequest), (307, "", .other), (200, "{}", .other),
    (500, #"{"error":{"message":"x","code":429}}"#, .rateLimited),
    (500, #"{"error":{"message":"x","code":401}}"#, .passing),
  ])
  func kindsAreToldApart(_ status: Int, _ body: String, kind: ErrorKind) {
    #expect(error(status, body).kind == kind)
  }
}

import Testing

struct ImportListTests {
  @Test func aListIsBroughtInOnceHoweverOftenItIsRead() throws {
    let program = try Program()
    let list = (1...1200).map { "video_\($0)" }.joined(separator: "\n") + "\n\nno id\n"
    let first = try program.run("import", "-", input: list)
    #expect(first.code == 1, "one line cannot be read")
    #expect(first.output == "1200 imported, 0 were known already, 1 lines could not be read.\n")
    let again = try program.run("import", "-", "--json", input: list)
    #expect(again.output == #"{"imported":0,"known":1200,"unreadable":1}"# + "\n")
    #expect(try program.run("ls", "--view", "live", "--limit", "1", "--json").output.contains(#""total":1200"#))
  }
}

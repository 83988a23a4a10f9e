import DailiesCore
import TerminalCanvas
import VideosAPI

/// The services there are, with their models and whether there is a key; the one in use is marked.
struct ProfilesView {
  let picker: ProfilePicker
  let state: State
  let theme: Theme

  func draw(on canvas: inout Canvas, in body: Rect) {
    let entries = picker.entries(state.settings.profiles)
    let widths = canvas.widths
    let nameColumns = state.settings.profiles.keys.map { widths.width(of: $0) }.max() ?? 0
    let columns = LayerBox.textColumns(76, in: body)
    ChooserView(
      chooser: picker.chooser, title: state.say(Strings.profilesTitle), count: entries.count, nothing: "",
      theme: theme, columns: columns, foot: foot(entries, columns, widths)
    ).draw(on: &canvas, in: body) { index in
      switch entries[index] {
      case .new: return ChooserView.Row(left: [Span("+ " + state.say(Strings.profileNew), .accent)])
      case .profile(let name):
        let isChosen = name == state.service.profile
        let gap = String(blanks: nameColumns - widths.width(of: name) + 2)
        let hasKey = state.inForce.keyed.contains(name)
        return ChooserView.Row(
          left: [
            Span(isChosen ? "* " : "  ", .accent), Span(name + gap, isChosen ? .accent : .text),
            Span(host(of: name), .dim),
          ],
          right: [Span(state.say(hasKey ? Strings.keyThere : Strings.noKey), hasKey ? .dim : .attention)])
      }
    }
  }

  private func host(of name: String) -> String {
    let address = state.settings.profiles[name]?.baseURL ?? ""
    return PrintableText.clean(WebAddress(address).map(\.origin.host) ?? address)
  }

  private func foot(_ entries: [ProfilePicker.Entry], _ columns: Int, _ widths: DisplayWidth) -> [TextLine] {
    guard entries.indices.contains(picker.chooser.selected) else { return [] }
    var text = state.say(Strings.profileNewHelp)
    if case .profile(let name) = entries[picker.chooser.selected], let profile = state.settings.profiles[name] {
      text = state.say(
        Strings.profileFacts, PrintableText.clean(profile.baseURL),
        PrintableText.clean(profile.models.joined(separator: ", ")))
    }
    let lines = WrappedText(text, columns: columns, limit: 2, widths: widths).textLines(.dim)
    return lines + Array(repeating: .blank, count: 2 - lines.count)
  }
}

/// Saving stops while the disk is nearly full, and goes on by itself.
extension State {
  /// It is told once that saving stops, and once that it goes on; meanwhile it stands in the line of messages.
  mutating func spaceChanged(_ new: SpaceShortage?) -> [Effect] {
    let old = saving.shortage
    saving.shortage = new
    if old == nil, let new { tell(new.note) }
    if old != nil, new == nil { tell(Note(Strings.roomCame, tone: .good)) }
    return []
  }
}

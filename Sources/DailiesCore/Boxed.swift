/// A part of a value that is kept beside it, and shared until it is written: copying the whole copies one reference for
/// it, and two that share it are equal without a look.
///
/// For what is large and seldom changes. A value in itself: who writes to one copy changes no other.
@propertyWrapper
package struct Boxed<Value: Equatable & Sendable>: Equatable, Sendable {
  @usableFromInline
  var box: Box<Value>

  @inlinable
  package init(wrappedValue: Value) { box = Box(wrappedValue) }

  @inlinable package var wrappedValue: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }

  @inlinable
  package static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }
}

/// What a ``Boxed`` holds. Never shared when it is written, which is what makes it sendable; and only its owner writes, whose own
/// exclusivity is checked.
@usableFromInline
final class Box<Value: Equatable & Sendable>: @unchecked Sendable {
  @exclusivity(unchecked) @usableFromInline
  var value: Value

  @inlinable
  init(_ value: Value) { self.value = value }
}

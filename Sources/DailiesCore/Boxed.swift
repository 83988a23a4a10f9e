/// A part of a value that is kept beside it: copying the whole copies one reference for it, and two that share it are
/// equal without a look.
///
/// For what is large and seldom changes: every change makes another box.
@propertyWrapper
package struct Boxed<Value: Equatable & Sendable>: Equatable, Sendable {
  @usableFromInline
  var box: Box<Value>

  @inlinable
  package init(wrappedValue: Value) { box = Box(wrappedValue) }

  @inlinable package var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  @inlinable
  package static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.box.value == right.box.value
  }
}

/// What a ``Boxed`` holds; never changed, and so shared freely.
@usableFromInline
final class Box<Value: Sendable>: Sendable {
  @usableFromInline
  let value: Value

  @inlinable
  init(_ value: Value) { self.value = value }
}

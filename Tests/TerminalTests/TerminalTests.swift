import Testing

/// The built program in a real terminal: by its bytes in a pseudo-terminal, by what it shows in tmux, by its exit codes.
@Suite(.ownThread) enum TerminalTests {}

/// The texts of the set-up that answer what was typed.
extension Strings {
  package static let setupAddressForm = Phrase(
    "No address of a service: it begins with https://, such as https://api.example.com/v1, and holds no name, password, query or fragment.",
    "这不是服务地址：应以 https:// 开头，如 https://api.example.com/v1，不含用户名、密码、查询串或片段。")
  package static let setupAddressPlain = Phrase(
    "Plain http to %1: key and prompts could be read on the way. Use https, or allow_plain_http in config.toml.",
    "到 %1 的明文 http：密钥和提示词会被途中读取。请使用 https，或在 config.toml 中设置 allow_plain_http。")
  package static let setupFolderForm = Phrase("A folder begins with / or ~/.", "文件夹路径应以 / 或 ~/ 开头。")
  package static let setupFolderRefused = Phrase(
    "No film can be saved there: %1. Choose another folder.", "无法在此保存影片：%1。请另选文件夹。")
  package static let setupNoKey = Phrase("Type the key, or Esc leaves it as it is.", "请输入密钥；按 Esc 保持原样。")
  package static let setupKeyForm = Phrase(
    "A key holds visible ASCII characters only, no blanks.", "密钥只能含可见的 ASCII 字符，不含空格。")
  package static let keyKept = Phrase(
    "The key of %1 is kept. %{takes.open} on a held take sends it.", "%1 的密钥已保存。在待发的条上按 %{takes.open} 即可发送。")
  package static let setupOtherKeyHelp = Phrase(
    "Paste it; it is kept in a file that only you can read, in place of the one before.", "请粘贴；密钥存入仅你可读的文件，取代原有密钥。")
  package static let setupKeyOf = Phrase("API key of %1", "%1 的 API 密钥")
  package static let setupClosed = Phrase(
    "Set-up closed, nothing changed. “Set up” in all commands (%{palette}) opens it.",
    "设置已关闭，没有更改。可用全部命令（%{palette}）中的“设置”重新打开。")
  package static let setupClosedWithoutKey = Phrase(
    "Nothing can be sent without a key. “Set up” in all commands (%{palette}) asks for it.",
    "没有密钥无法发送。可在全部命令（%{palette}）中用“设置”填写。")
  package static let setupNotInDemo = Phrase(
    "This is the demo: quit and start dailies without --demo to set up a service.",
    "当前为演示：请退出后不带 --demo 启动 dailies，再设置服务。")
}

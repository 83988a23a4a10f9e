/// Writes prompts as people do, English and Chinese by turns, always the same ones: some words in every third prompt, a few
/// in one of 20,000.
package struct PromptWriter {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  private static let english = """
    slow dolly in on a paper lantern workshop at dusk grandmother ties the last ribbon warm tungsten key from left cool \
    window fill camera waist height no cuts sound rain on tin soft radio night market neon puddles crowd gate before \
    fireworks macro silk fibres backlight harbour gulls fog horn train platform steam handheld drone over rice terraces \
    morning mist close up hands kneading dough flour dust golden hour lens flare whip pan rack focus tracking shot through \
    corridor mirrors dancer red dress slow motion water drops bicycle alley laundry wind kite rooftop storm clouds timelapse
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let chinese = """
    黄昏 的 纸灯笼 作坊 ， 慢推 镜头 。 祖母 系上 最后 一条 丝带 ； 左侧 暖色 钨丝灯 ， 窗外 冷光 夜市 霓虹 水洼 倒影 人群 城门 烟花 之前 \
    微距 丝绸 纤维 逆光 港口 海鸥 雾笛 站台 蒸汽 手持 航拍 梯田 晨雾 特写 揉面 面粉 飞扬 金色 时刻 甩镜 变焦 跟拍 走廊 镜子 舞者 红裙 慢动作 \
    水滴 自行车 小巷 晾衣 风筝 屋顶 乌云 延时 雨声 铁皮 收音机
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  package init() {}

  package mutating func next(_ number: Int) -> String {
    if number % 20_000 == 777 { return "A quetzal and 鹬蚌相争 in one frame, number \(number)" }
    let isChinese = number % 2 == 1
    let words = isChinese ? Self.chinese : Self.english
    let count = 20 + random(isChinese ? 60 : 50)
    let text = (0..<count).map { _ in
      isChinese && random(3) == 0 ? character() : words[random(words.count)]
    }
    return text.joined(separator: isChinese ? "" : " ") + " \(number)"
  }

  /// One of 3,000, so that texts are as different as people's are.
  private mutating func character() -> String {
    String(UnicodeScalar(0x4E00 + UInt32(random(3_000))).map(Character.init) ?? "一")
  }

  /// Xorshift (Marsaglia, 2003).
  private mutating func random(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}

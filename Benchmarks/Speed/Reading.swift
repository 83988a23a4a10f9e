import Benchmark
import Histories
import TerminalCanvas
import VideosAPI

/// A mebibyte of prompts, as a terminal sends it: bracketed, line ends as CR.
private func pasted() -> [UInt8] {
  var writer = PromptWriter()
  var text: [UInt8] = []
  var number = 0
  while text.count < 1 << 20 {
    text += Array(writer.next(number).utf8) + [0x0D]
    number += 1
  }
  return Array("\u{1B}[200~".utf8) + text + Array("\u{1B}[201~".utf8)
}

private let answer = """
  {"id": "video_bGl0ZWxsbTpjdXN0b21fbGxtX3Byb3ZpZGVyOnZlcnRleF9haTttb2RlbF9pZDp2ZW8tMy4xLWZhc3QtZ2VuZXJhdGUtMDAxO3ZpZGVv", \
  "object": "video", "status": "processing", "created_at": 1772600000, "completed_at": null, "expires_at": 1772690000, \
  "error": null, "progress": 45, "remixed_from_video_id": null, "seconds": "8", "size": "1280x720", \
  "model": "veo-3.1-fast-generate-001", "usage": {"duration_seconds": 8.0, "video_resolution": "720p"}}
  """

/// Colours that change everywhere, as in a film.
private func picture(_ width: Int, _ height: Int) -> [UInt8] {
  (0..<width * height).flatMap { index -> [UInt8] in
    let (x, y) = (index % width, index / width)
    return [x * 255 / width, y * 255 / height, (x ^ y) * 3].map { UInt8(truncatingIfNeeded: $0) }
  }
}

func reading() {
  let bytes = pasted()
  Benchmark("Keys: a paste of 1 MiB, in reads of 64 KiB") { _ in
    var decoder = KeyDecoder()
    for start in stride(from: 0, to: bytes.count, by: 65_536) {
      blackHole(decoder.decode(bytes[start..<min(bytes.count, start + 65_536)]))
    }
  }

  let json = Array(answer.utf8)
  Benchmark("State answers: 100 read") { _ in
    for _ in 0..<100 { blackHole(try? Video(reading: json, knownID: nil)) }
  }

  let (width, height) = (640, 360)
  let rgb = picture(width, height)
  Benchmark("A picture of 640x360 as sixels") { _ in
    blackHole(Sixel.encode(width: width, height: height, rgb: rgb, colors: 256))
  }
  Benchmark("A picture of 640x360 as PNG") { _ in
    blackHole(PNG.encode(width: width, height: height, rgb: rgb))
  }
}

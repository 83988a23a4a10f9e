/// The texts about the picture that a film starts from.
extension Strings {
  package static let entryImage = Phrase("Reference image", "参考图片")
  package static let entryImageHelp = Phrase(
    "Path of a PNG, JPEG or WebP (%{image.complete} completes), or an https address; empty for none.",
    "PNG、JPEG、WebP 的路径（%{image.complete} 补全）或 https 地址；留空为无。")
  package static let entryImageNoFolder = Phrase("This folder cannot be read: %1", "无法读取此文件夹：%1")
  package static let entryImageNoMatch = Phrase("No folder or picture begins so.", "没有以此开头的文件夹或图片。")
  package static let imageOffered = Phrase(
    "That is the path of a picture: %{attach_image} attaches it.", "这是图片路径：按 %{attach_image} 附上。")
  package static let imageOfferedAddress = Phrase(
    "If that is the address of a picture, %{attach_image} attaches it.", "如果这是图片地址，可按 %{attach_image} 附上。")
  package static let imageAttached = Phrase("Image: %1", "图片：%1")
  package static let imageAttachedFromText = Phrase(
    "Image: %1. Its path went from the prompt; %{undo} brings that back.", "图片：%1。路径已从提示词中移除，%{undo} 可恢复。")
  package static let imageRemoved = Phrase("No image. %{attach_image} attaches one.", "已去掉图片。按 %{attach_image} 可再附上。")
  package static let noImageThere = Phrase(
    "There is no image. %{attach_image} attaches one.", "没有图片。按 %{attach_image} 附上。")
  package static let imageNotUsable = Phrase("Neither a path nor an https address: %1", "既不是路径也不是 https 地址：%1")
  package static let imageWrongName = Phrase(
    "Not the name of a PNG, JPEG or WebP file: %1", "不是 PNG、JPEG 或 WebP 文件名：%1")
  package static let imageRefused = Phrase(
    "The picture cannot be sent: %1. %{attach_image} chooses another.", "图片无法发送：%1。按 %{attach_image} 另选。")
  /// In the field where another one can be typed.
  package static let imageNotTaken = Phrase("This picture cannot be sent: %1.", "此图片无法发送：%1。")
  package static let imageCannotBeSent = Phrase("The picture cannot be sent: %1.", "图片无法发送：%1。")
  package static let imageRemark = Phrase("The picture: %1.", "图片：%1。")
  package static let imageFacts = Phrase("%1, %2 (%3 encoded)", "%1，%2（编码后 %3）")
  package static let imageProofHint = Phrase("%{shot.show_proof} proof", "%{shot.show_proof} 校样")
  package static let imageRemoveHint = Phrase("%{shot.remove_image} removes it", "按 %{shot.remove_image} 去掉")
  package static let proofTitle = Phrase("Proof: the picture in the frame of the film", "校样：图片与影片画幅")
  package static let proofFrame = Phrase("ordered %1", "订制 %1")
  package static let proofCut = Phrase("%1 of the picture lie outside the frame", "画幅外占图片的 %1")
  package static let proofFits = Phrase("it fits the frame", "与画幅相符")
  package static let proofAsIs = Phrase("Send it as it is", "按原样发送")
  package static let proofCrop = Phrase("Crop it to the frame here", "在此裁切到画幅")
  package static let proofPad = Phrase("Fill up the frame with black", "用黑边补足画幅")
  package static let proofBecomes = Phrase("becomes %1", "得到 %1")
  package static let proofUnchanged = Phrase("the service crops or stretches it as it likes", "由服务自行裁切或拉伸")
  package static let proofToolMissing = Phrase(
    "needs ffmpeg or ImageMagick, and neither is installed", "需要 ffmpeg 或 ImageMagick，均未安装")
  package static let proofNeedsTool = Phrase(
    "Changing a picture needs ffmpeg or ImageMagick, and neither is installed.", "修改图片需要 ffmpeg 或 ImageMagick，均未安装。")
  package static let proofAddress = Phrase(
    "the service fetches the address itself: download the picture to change it", "地址由服务自行获取：如需修改请先下载图片")
  package static let proofUnavailable = Phrase("Not here: %1.", "此处不可用：%1。")
  package static let proofNotDrawn = Phrase("It cannot be drawn: %1", "无法绘制：%1")
  package static let proofSchematic = Phrase(
    "Without ffmpeg or ImageMagick only its outline can be drawn.", "未安装 ffmpeg 或 ImageMagick，只能画出轮廓。")
  package static let proofWorking = Phrase("Making the new picture …", "正在生成新图片…")
  package static let proofFailed = Phrase("The new picture could not be made: %1", "无法生成新图片：%1")
  package static let proofFitted = Phrase("Image: %1. The original is untouched.", "图片：%1。原文件未改动。")
  package static let imageLooking = Phrase("looking at it …", "正在查看…")
  package static let imageHeavy = Phrase("%1 is heavy: services may refuse it", "%1 过大，服务可能拒绝")
  package static let imageOtherShape = Phrase("%1 has another shape than %2", "%1 与 %2 的画幅不同")
  package static let imageTurned = Phrase(
    "an EXIF mark turns it; the service may not look at that", "有 EXIF 旋转标记，服务可能不理会")
}

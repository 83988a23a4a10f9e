package import DailiesCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Reason {
  /// Why the system did not do something: in its own words in English, in ours in Chinese for what people meet.
  package init(systemCode code: Int32) {
    let words = String(cString: strerror(code))
    let chinese: String? =
      switch code {
      case ENOSPC: "磁盘空间不足"
      case EDQUOT: "磁盘配额已用完"
      case EACCES: "没有权限"
      case EPERM: "不允许该操作"
      case ENOENT: "没有该文件或文件夹"
      case ENOTDIR: "路径中有一段不是文件夹"
      case EISDIR: "那是一个文件夹"
      case EEXIST: "已存在"
      case EROFS: "文件系统只读"
      case EIO: "读写出错"
      case ENAMETOOLONG: "名称过长"
      case EFBIG: "文件过大"
      case EMFILE, ENFILE: "打开的文件过多"
      case EBUSY, ETXTBSY: "正在使用中"
      case ELOOP: "符号链接层数过多"
      case ENODEV, ENXIO: "没有该设备"
      default: nil
      }
    self.init(english: words, chinese: chinese ?? words)
  }
}

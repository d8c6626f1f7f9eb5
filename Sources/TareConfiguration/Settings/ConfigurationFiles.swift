public import TareText

/// Finds the settings of folders: the nearest `tare.yaml`, and what it extends.
public struct ConfigurationFiles {
  /// What a file of settings is called.
  public static let name = "tare.yaml"
  /// Names that people may give it, and that nobody would read.
  private static let mistakenNames = ["tare.yml", ".tare.yaml", ".tare.yml"]
  /// How many files may extend each other in a row.
  private static let deepest = 16
  /// How many layers there may be: a few files that each extend the next twice would be thousands.
  private static let mostLayers = 64

  /// Gives the bytes of a file, or `nil` where there is none.
  public typealias Reader = (LexicalPath) throws(ConfigurationError) -> [UInt8]?

  private let read: Reader
  private let shown: (LexicalPath) -> String
  private var found: [LexicalPath: Result<LexicalPath?, ConfigurationError>] = [:]
  private var loaded: [LexicalPath: Result<[ConfigurationLayer], ConfigurationError>] = [:]

  /// Looks for files by `read`, and calls them in messages what `shown` makes of their paths.
  public init(read: @escaping Reader, shown: @escaping (LexicalPath) -> String = { $0.description }) {
    self.read = read
    self.shown = shown
  }

  /// The nearest file of settings in `folder` or above, or `nil` where there is none.
  ///
  /// - Throws: ``ConfigurationError`` for a file that cannot be read or has a name nearly right.
  public mutating func nearest(to folder: LexicalPath) throws(ConfigurationError) -> LexicalPath? {
    if let known = found[folder] { return try known.get() }
    let result = search(folder)
    found[folder] = result
    return try result.get()
  }

  private mutating func search(_ folder: LexicalPath) -> Result<LexicalPath?, ConfigurationError> {
    do throws(ConfigurationError) {
      let file = LexicalPath(Self.name, in: folder)
      if try read(file) != nil { return .success(file) }
      for name in Self.mistakenNames {
        let other = LexicalPath(name, in: folder)
        guard try read(other) == nil else {
          throw ConfigurationError(SettingPlace(shown(other)), "is not read; a file of settings is called \(Self.name)")
        }
      }
      return .success(folder.parts.isEmpty ? nil : try nearest(to: folder.folder))
    } catch {
      return .failure(error)
    }
  }

  /// The layers of the file at `path`: those of the files it extends, then its own.
  ///
  /// - Parameter patternFolder: Where its patterns begin; its own folder if left out.
  /// - Throws: ``ConfigurationError`` for the first of them that cannot be read, is wrong, or extends itself.
  public mutating func layers(of path: LexicalPath, patternsFrom patternFolder: LexicalPath? = nil)
    throws(ConfigurationError) -> [ConfigurationLayer]
  {
    if let known = loaded[path] { return try known.get() }
    let result: Result<[ConfigurationLayer], ConfigurationError>
    do throws(ConfigurationError) {
      result = .success(try load(path, patternsFrom: patternFolder ?? path.folder, from: []))
    } catch {
      result = .failure(error)
    }
    loaded[path] = result
    return try result.get()
  }

  /// - Parameter chain: The files that led here, and where the last of them names this one.
  private func load(_ path: LexicalPath, patternsFrom folder: LexicalPath, from chain: [Located<LexicalPath>])
    throws(ConfigurationError) -> [ConfigurationLayer]
  {
    guard let bytes = try read(path) else {
      throw ConfigurationError(chain.last?.place ?? SettingPlace(shown(path)), "there is no file \(shown(path))")
    }
    let layer = try ConfigurationLayer(yaml: bytes, name: shown(path), folder: folder)
    var layers: [ConfigurationLayer] = []
    for base in layer.extends {
      let target = LexicalPath(base.value, in: path.folder)
      let longer = chain + [Located(path, at: base.place)]
      guard !longer.contains(where: { $0.value == target }) else {
        throw ConfigurationError(base.place, "extends \(shown(target)), which leads back to this file")
      }
      guard longer.count < Self.deepest else {
        throw ConfigurationError(base.place, "more than \(Self.deepest) files extend each other in a row")
      }
      layers += try load(target, patternsFrom: target.folder, from: longer)
      guard layers.count <= Self.mostLayers else {
        throw ConfigurationError(
          base.place, "extends more than \(Self.mostLayers) files, each counted as often as it is named")
      }
    }
    return layers + [layer]
  }
}

import TareSavings

extension ConfiguredGate {
  /// A gate with its limit.
  init(_ object: SettingObject) throws(ConfigurationError) {
    place = object.place
    let id = try object.required(object["gate"], "gate").choice(Gate.ID.self)
    let level = try object["level"]?.choice(GateSetting.Level.self) ?? .fail
    let limit = try object.text("limit")
    do { setting = GateSetting(try Gate(id, limit: limit), level: level) } catch {
      throw ConfigurationError(object["limit"]?.place ?? place, error.description)
    }
  }
}

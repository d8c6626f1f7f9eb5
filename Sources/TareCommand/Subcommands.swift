import ArgumentParser

extension TareTool {
  /// Every subcommand, in the order of the help.
  static let subcommands: [any ParsableCommand.Type] = [
    CountCommand.self,
    LintCommand.self,
    RuleCommand.self,
    InitCommand.self,
    ConfigCommand.self,
    MapCommand.self,
    TrimCommand.self,
    RerankCommand.self,
    RestoreCommand.self,
    CutCommand.self,
    ChunkCommand.self,
    DiffCommand.self,
    LogCommand.self,
    PriceCommand.self,
    SimulateCommand.self,
    ForecastCommand.self,
    ModelsCommand.self,
    EncodingsCommand.self,
    LanguageServerCommand.self,
  ]
}

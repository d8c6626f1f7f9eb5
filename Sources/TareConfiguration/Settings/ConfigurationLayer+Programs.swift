public import TareText
import TarePrompts

extension ConfigurationLayer {
  /// Takes the programs below `folder` for files with prompts in their string literals.
  ///
  /// No name says that a program holds prompts, and most hold none, so it has to be asked for.
  public mutating func readPrograms(below folder: LexicalPath) {
    overrides += [
      SettingsOverride(
        files: [PathPattern("*.{py,pyi}", below: folder)], choices: LintChoices(), format: .pythonLiterals),
      SettingsOverride(
        files: [PathPattern("*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}", below: folder)], choices: LintChoices(),
        format: .typeScriptLiterals),
    ]
  }
}

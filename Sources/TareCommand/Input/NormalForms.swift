import ArgumentParser
import Tare

/// The normal forms that `--normalize` names: one, or `all`.
struct NormalForms: ExpressibleByArgument {
  let forms: [NormalForm]

  init?(argument: String) {
    if argument == "all" {
      forms = NormalForm.allCases
    } else {
      guard let form = NormalForm(rawValue: argument) else { return nil }
      forms = [form]
    }
  }

  static var allValueStrings: [String] { NormalForm.allCases.map(\.name) + ["all"] }
}

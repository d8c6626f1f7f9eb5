import ArgumentParser
import Tare

/// A share on the command line: `8%` or `0.08`.
struct ShareArgument: ExpressibleByArgument {
  let share: Fraction

  init?(argument: String) {
    guard let share = try? Fraction(share: argument) else { return nil }
    self.share = share
  }
}

/// A decimal number on the command line.
struct DecimalArgument: ExpressibleByArgument {
  let number: Fraction

  init?(argument: String) {
    guard let number = try? Fraction(decimal: argument) else { return nil }
    self.number = number
  }
}

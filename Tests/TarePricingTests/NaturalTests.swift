import Testing

@testable import TarePricing

struct NaturalTests {
  /// Limbs at which an estimate or a carry goes wrong first.
  static let limbs: [UInt64] = [0, 1, 2, 3, 1 << 63, (1 << 63) - 1, .max - 1, .max]

  static let numbers: [Natural] = {
    var numbers: [Natural] = limbs.map { Natural($0) }
    for first in limbs { for second in limbs { numbers.append(Natural(limbs: [first, second])) } }
    for first in limbs { for second in limbs.suffix(4) { numbers.append(Natural(limbs: [first, .max, 0, second])) } }
    for first in limbs { numbers.append(Natural(limbs: [0, first, .max, 1 << 63])) }
    return numbers
  }()

  @Test func `quotient times divisor plus remainder is the number`() {
    for number in Self.numbers {
      for divisor in Self.numbers where !divisor.isZero {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        guard quotient * divisor + remainder == number, remainder < divisor else {
          Issue.record("\(number.limbs) / \(divisor.limbs)")
          return
        }
      }
    }
  }

  @Test func `a difference added again is the number`() {
    for left in Self.numbers {
      for right in Self.numbers where left >= right { #expect(left - right + right == left) }
    }
  }

  @Test func `small numbers behave as those of the machine`() {
    for left in UInt64(0)...40 {
      for right in UInt64(1)...40 {
        let (first, second) = (Natural(left), Natural(right))
        #expect(first * second == Natural(left * right))
        #expect((first < second) == (left < right))
        #expect(first.quotientAndRemainder(dividingBy: second).remainder == Natural(left % right))
      }
    }
  }

  @Test func `a root is the largest number whose power is not above`() {
    for number in Self.numbers {
      for degree in [1, 2, 3, 12] {
        let root = number.root(degree)
        #expect(root.power(degree) <= number)
        #expect((root + .one).power(degree) > number)
      }
    }
  }

  @Test func `digits lead back to the number`() {
    for number in Self.numbers { #expect(Natural(digits: number.decimalText.utf8) == number) }
    #expect(Natural.powerOfTen(40).decimalText == "1" + String(repeating: "0", count: 40))
  }
}

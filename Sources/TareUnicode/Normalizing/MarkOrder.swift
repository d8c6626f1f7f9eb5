/// Stable sorting by a class of one byte, in linear time: the classes are counted, then each element goes to its place.
struct MarkOrder<Element> {
  private var places = [Int](repeating: 0, count: 256)
  private var sorted: [Element] = []

  mutating func sort(_ list: inout [Element], _ range: Range<Int>, by class: (Element) -> UInt8) {
    guard !isSorted(list[range], by: `class`) else { return }
    for element in list[range] { places[Int(`class`(element))] += 1 }
    var place = 0
    for index in places.indices { (places[index], place) = (place, place + places[index]) }
    sorted = Array(list[range])
    for element in sorted {
      let key = Int(`class`(element))
      list[range.lowerBound + places[key]] = element
      places[key] += 1
    }
    for index in places.indices { places[index] = 0 }
  }

  private func isSorted(_ list: ArraySlice<Element>, by class: (Element) -> UInt8) -> Bool {
    zip(list, list.dropFirst()).allSatisfy { `class`($0) <= `class`($1) }
  }
}

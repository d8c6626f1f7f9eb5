/// A minimal-enough perfect hash by hash and displace (Belazzougui, Botelho, Dietzfelbinger 2009): each bucket of
/// about two keys gets the first seed under which all its keys fall into free slots.
struct PerfectHash {
  /// The seed of each bucket.
  let seeds: [UInt8]
  /// The index of the key in each slot, or -1.
  let slots: [Int]

  /// Places keys given by their hashes.
  ///
  /// - Throws: ``PackingError`` when some bucket finds no seed.
  init(_ hashes: [UInt64]) throws(PackingError) {
    // 86 % full and 2.2 keys a bucket is as tight as one byte of seed allows for a few hundred thousand keys;
    // small tables get more room, since their last buckets have fewer seeds that fit.
    var slotCount = max(8, hashes.count < 5_000 ? hashes.count * 2 : hashes.count * 100 / 86 + 1)
    for _ in 0..<32 {
      if let (seeds, slots) = Self.table(hashes, slotCount) {
        self.seeds = seeds
        self.slots = slots
        return
      }
      // An unlucky set of keys gets a little more room.
      slotCount += slotCount / 32 + 1
    }
    throw .noPerfectHash(hashes.count)
  }

  private static func table(_ hashes: [UInt64], _ slotCount: Int) -> (seeds: [UInt8], slots: [Int])? {
    let bucketCount = max(4, hashes.count * 10 / 22 + 1)
    var buckets = [[Int]](repeating: [], count: bucketCount)
    for (index, hash) in hashes.enumerated() { buckets[KeyHash.bucket(hash, of: UInt32(bucketCount))].append(index) }
    var seeds = [UInt8](repeating: 0, count: bucketCount)
    var slots = [Int](repeating: -1, count: slotCount)
    // The fullest buckets choose first, while most slots are free; a stable order keeps the pack reproducible.
    let order = (0..<bucketCount).sorted { (buckets[$1].count, $0) < (buckets[$0].count, $1) }
    for bucket in order where !buckets[bucket].isEmpty {
      guard let (seed, places) = place(buckets[bucket], hashes, slots) else { return nil }
      seeds[bucket] = seed
      for (place, index) in zip(places, buckets[bucket]) { slots[place] = index }
    }
    return (seeds, slots)
  }

  private static func place(_ bucket: [Int], _ hashes: [UInt64], _ slots: [Int]) -> (UInt8, [Int])? {
    for seed in UInt8.min...UInt8.max {
      var places: [Int] = []
      for index in bucket {
        let place = KeyHash.slot(hashes[index], seed: seed, of: UInt32(slots.count))
        if slots[place] >= 0 || places.contains(place) { break }
        places.append(place)
      }
      if places.count == bucket.count { return (seed, places) }
    }
    return nil
  }
}

/// What `body` gives if it does so within `limit`, else `nil`; `body` is cancelled then, and waited for.
func within<Success: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async -> Success
) async -> Success? {
  await withTaskGroup(of: Success?.self) { group in
    group.addTask { await body() }
    group.addTask {
      // A cancelled wait ends early, with whatever cancelled it.
      try? await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    return await group.next() ?? nil
  }
}

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The natural logarithm, from the C library: nothing else of Foundation's is needed here.
func logarithm(_ value: Double) -> Double { log(value) }

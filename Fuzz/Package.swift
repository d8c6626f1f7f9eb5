// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds tare builds these. `run.sh` builds and runs them.
let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A libFuzzer program: the fuzzer brings `main`, the target the function that takes one input.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "Tare", package: "tare")] + dependencies, swiftSettings: swiftSettings)
}

let package = Package(
  name: "tare-fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "tare", path: "..")],
  targets: [
    fuzzer("FuzzJSON"),
    fuzzer("FuzzLint"),
    fuzzer("FuzzParity", ["ReferenceTokens"]),
    fuzzer("FuzzPrompt"),
    fuzzer("FuzzRanking"),
    fuzzer("FuzzTokenizer"),
    fuzzer("FuzzTrim"),
    fuzzer("FuzzUnicode"),
    // The reference encoder of the tests, through a link.
    .target(name: "ReferenceTokens", path: "Reference", swiftSettings: swiftSettings),
  ]
)

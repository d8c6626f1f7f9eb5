// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with. CI sets `TARE_WARNINGS_AS_ERRORS`, so that a new compiler's
/// warnings stop the project's own build and never a user's.
let swiftSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["TARE_WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// One stage of the library: a module that imports only what is named here.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The tests of one module, which may import that module and whatever stands below it.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: swiftSettings)
}

/// Bytes that C `#embed` brings in; the files are tracked through the `.c` file beside them.
func embedded(_ name: String, _ files: [String]) -> Target {
  .target(name: name, exclude: files)
}

let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// A part of the HTTP client, which only a build with the trait `Remote` fetches and builds.
func remote(_ product: String, _ package: String) -> Target.Dependency {
  .product(name: product, package: package, condition: .when(traits: ["Remote"]))
}

let package = Package(
  name: "tare",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Tare", targets: ["Tare"]),
    .executable(name: "tare", targets: ["TareCommand"]),
    .executable(name: "tare-pack", targets: ["tare-pack"]),
  ],
  traits: [
    .trait(
      name: "Remote",
      description:
        "Clients that speak to other machines: exact counts, summarisers, rerankers. Their HTTP library is large to build."
    )
  ],
  dependencies: [
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    // C: data and shims.
    embedded("CTareO200k", ["o200k_base.pack", "o200k_base.ranks"]),
    embedded("CTareCl100k", ["cl100k_base.pack", "cl100k_base.ranks"]),
    embedded(
      "CTareData",
      [
        "MANIFEST.json", "unicode-classes.bin", "unicode-categories.bin", "rates.json", "models.json",
        "chat-formulas.json", "stop-words.txt", "word-families.txt", "audit-words.txt", "secret-forms.txt",
        "report.css",
      ]),
    .target(name: "CTareScan"),
    .target(
      name: "CTareICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata")]),
    .systemLibrary(name: "CMD4C", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),

    // Stages, each above what it imports.
    stage("TareText"),
    stage("TareJSON", ["TareText"]),
    stage("TareUnicode", ["CTareICU"]),
    stage("TareTokens", ["CTareData", "CTareScan", "CTareO200k", "CTareCl100k"]),
    stage("TareEncodings", ["TareJSON", "TareText", "TareTokens"]),
    stage("TareModels", ["TareJSON", "TareTokens", "CTareData"]),
    stage("TareYAML", ["TareText", "CYAML"]),
    stage("TarePrompts", ["TareText", "TareJSON", "TareYAML", "CMD4C"]),
    stage(
      "TareAudit", ["TarePrompts", "TareModels", "TareTokens", "TareUnicode", "TareJSON", "TareText", "CTareData"]),
    stage("TareConversations", ["TareText", "TareJSON", "TareModels", "TareTokens", "CTareData"]),
    stage("TareRanking", ["TareUnicode", "TareTokens", "CStemmer", "CTareData"]),
    stage("TarePricing", ["TareJSON", "TareText", "CTareData"]),
    stage(
      "TareTrim",
      ["TareConversations", "TareRanking", "TarePricing", "TareUnicode", "TareTokens", "TareJSON", "TareText"]),
    stage("TareSavings", ["TareAudit", "TarePrompts", "TareModels", "TarePricing", "TareTokens", "TareText"]),
    stage(
      "TareConfiguration",
      ["TareSavings", "TareAudit", "TarePrompts", "TarePricing", "TareYAML", "TareJSON", "TareText"]),
    stage("TareGit", ["TareText", subprocess]),
    stage(
      "TareRemote",
      [
        "TareTrim", "TareRanking", "TareJSON", subprocess, system, remote("AsyncHTTPClient", "async-http-client"),
        remote("NIOCore", "swift-nio"), remote("NIOHTTP1", "swift-nio"),
      ]),
    stage(
      "TareReports",
      [
        "TareAudit", "TarePrompts", "TareTrim", "TareSavings", "TarePricing", "TareModels", "TareConversations",
        "TareRanking", "TareUnicode", "TareTokens", "TareJSON", "TareText", "CTareData",
      ]),
    stage(
      "TareLanguageServer",
      ["TareReports", "TareSavings", "TareAudit", "TarePrompts", "TareTokens", "TareJSON", "TareText"]),
    stage(
      "Tare",
      [
        "TareText", "TareJSON", "TareUnicode", "TareTokens", "TareEncodings", "TareModels", "TarePrompts", "TareAudit",
        "TareConfiguration", "TareConversations", "TareRanking", "TarePricing", "TareTrim", "TareSavings",
        "TareReports", "TareGit", "TareLanguageServer",
      ]),

    // Executables.
    .executableTarget(
      name: "TareCommand", dependencies: ["Tare", "TareRemote", argumentParser, system], swiftSettings: swiftSettings),
    .executableTarget(
      name: "tare-pack", dependencies: ["TareTokens", argumentParser], swiftSettings: swiftSettings),

    // Tests, one target per module, and what several of them use.
    .target(
      name: "TestMaterial", dependencies: ["TareTokens"], path: "Tests/TestMaterial", swiftSettings: swiftSettings),
    tests(of: "TareText"),
    tests(of: "TareJSON", ["TareText"]),
    tests(of: "TareYAML", ["TareText", "TestMaterial"]),
    tests(of: "TareUnicode", ["TestMaterial"]),
    tests(of: "TareTokens", ["TestMaterial", "CTareScan"]),
    tests(of: "TareEncodings", ["TareTokens", "TestMaterial"]),
    tests(of: "TarePrompts", ["TareText", "TestMaterial"]),
    tests(of: "TareAudit", ["TarePrompts", "TareModels", "TareTokens", "TareText", "TestMaterial"]),
    tests(
      of: "TareConfiguration",
      ["TareSavings", "TareAudit", "TarePrompts", "TarePricing", "TareJSON", "TareText", "TestMaterial"]),
    tests(of: "TareConversations", ["TareJSON", "TareModels", "TareText", "TareTokens", "TestMaterial"]),
    tests(of: "TareRanking", ["TareUnicode", "TareTokens", "TestMaterial"]),
    tests(of: "TareModels", ["TareTokens", "TareJSON", "TestMaterial"]),
    tests(of: "TarePricing", ["TareText"]),
    tests(
      of: "TareTrim",
      ["TareConversations", "TareRanking", "TarePricing", "TareTokens", "TareJSON", "TareText", "TestMaterial"]),
    tests(of: "TareSavings", ["TareAudit", "TarePrompts", "TareModels", "TarePricing", "TareTokens", "TareText"]),
    tests(of: "TareGit", ["TestMaterial", subprocess]),
    tests(
      of: "TareRemote",
      [
        "TareTrim", "TareConversations", "TareRanking", "TareJSON", remote("NIOCore", "swift-nio"),
        remote("NIOPosix", "swift-nio"),
      ]),
    tests(
      of: "TareReports",
      [
        "TareAudit", "TarePrompts", "TareSavings", "TareTrim", "TareConversations", "TareRanking", "TarePricing",
        "TareModels", "TareUnicode", "TareTokens", "TareJSON", "TareText", "TestMaterial",
      ]),
    tests(of: "TareLanguageServer", ["TareAudit", "TarePrompts", "TareTokens", "TareJSON", "TareText"]),
    .testTarget(
      name: "RepositoryTests", dependencies: ["TareCommand", "TarePrompts", "TareYAML"], swiftSettings: swiftSettings),
  ],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "CivicSurvey",
  products: [
    .library(name: "CivicSurvey", targets: ["CivicSurvey", "SurveyDefinition", "SurveyReports"]),
    .library(name: "SurveyCSV", targets: ["SurveyCSV"]),
    .library(name: "SurveyStatistics", targets: ["SurveyStatistics"]),
    .executable(name: "civicsurvey", targets: ["CivicSurveyCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CXattr"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CByteMask"),
    // Compiles the header of libxxhash-dev in.
    .target(name: "CXXHash"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "SurveyCSV",
      dependencies: ["CByteMask", "CCrypto", "CLibCSV", "CXXHash", "CZlib", "CZstd"],
      swiftSettings: strict),
    .target(
      name: "SurveyDefinition",
      dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "SurveyStatistics",
      dependencies: [.product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(
      name: "CivicSurvey",
      dependencies: ["SurveyCSV", "SurveyDefinition", "SurveyStatistics"],
      swiftSettings: strict),
    .target(
      name: "SurveyReports",
      dependencies: [
        "CXLSXWriter", "CivicSurvey", "SurveyCSV", "SurveyDefinition", "SurveyStatistics",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "CivicSurveyCommand",
      dependencies: [
        "CMalloc", "CXattr", "CivicSurvey", "SurveyCSV", "SurveyDefinition", "SurveyReports",
        "SurveyStatistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "SurveyTestSupport", dependencies: ["CZlib", "CZstd", "SurveyCSV", "SurveyDefinition"],
      path: "Tests/SurveyTestSupport", swiftSettings: strict),
    .testTarget(
      name: "SurveyCSVTests", dependencies: ["CByteMask", "SurveyCSV", "SurveyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzCorpusTests", dependencies: ["CByteMask", "SurveyCSV", "SurveyTestSupport"],
      path: "Tests/Fuzz/Cases", swiftSettings: strict),
    .testTarget(
      name: "SurveyDefinitionTests", dependencies: ["SurveyDefinition", "SurveyTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SurveyStatisticsTests",
      dependencies: ["SurveyCSV", "SurveyStatistics", "SurveyTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SurveyReportsTests",
      dependencies: [
        "CivicSurvey", "SurveyDefinition", "SurveyReports", "SurveyStatistics",
        "SurveyTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "CivicSurveyTests",
      dependencies: [
        "CivicSurvey", "SurveyCSV", "SurveyDefinition", "SurveyStatistics", "SurveyTestSupport",
      ],
      exclude: ["Opinions/harmless.txt", "Opinions/planted.txt"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["CivicSurveyCommand", "SurveyTestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
